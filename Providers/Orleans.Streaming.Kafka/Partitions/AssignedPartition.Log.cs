using Microsoft.Extensions.Logging;

namespace Orleans.Streaming.Kafka;

/// <content>Log messages; ids 2000 to 2099.</content>
internal sealed partial class AssignedPartition
{
    [LoggerMessage(2000, LogLevel.Warning, "Delivery of {Count} record(s) from {Record} on to {StreamId} failed, attempt {Failures}; the next is in {Pause}. The partition's watermark stands until it succeeds.")]
    private static partial void LogDeliveryFailed(ILogger logger, Exception exception, StreamId streamId, KafkaRecord record, int count, int failures, TimeSpan pause);

    [LoggerMessage(2001, LogLevel.Information, "The consumer of {StreamId} from {Topic} [{Partition}] answers again.")]
    private static partial void LogConsumerAnswers(ILogger logger, StreamId streamId, string topic, int partition);

    [LoggerMessage(2002, LogLevel.Warning, "Record {Record} is refused and goes to the dead-letter topic.")]
    private static partial void LogRecordRefused(ILogger logger, Exception exception, KafkaRecord record);

    [LoggerMessage(2004, LogLevel.Error, "{StreamId} goes back in {Topic} [{Partition}] to what can't be read; the next attempt is in {Pause}.")]
    private static partial void LogCatchUpFailed(ILogger logger, Exception exception, StreamId streamId, string topic, int partition, TimeSpan pause);

    [LoggerMessage(2005, LogLevel.Debug, "Record {Record} can't be read any better than when it was new; a consumer that goes back does without it.")]
    private static partial void LogUnreadableAgain(ILogger logger, Exception exception, KafkaRecord record);

    [LoggerMessage(2003, LogLevel.Error, "Refused record {Record} could not be written to the dead-letter topic; it is tried again, and the partition's watermark stands until it succeeds.")]
    private static partial void LogDeadLetterFailed(ILogger logger, Exception exception, KafkaRecord record);
}
