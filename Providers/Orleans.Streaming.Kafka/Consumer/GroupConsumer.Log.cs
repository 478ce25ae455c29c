using Microsoft.Extensions.Logging;
using KafkaErrorCode = Confluent.Kafka.ErrorCode;

namespace Orleans.Streaming.Kafka;

/// <content>Log messages; ids 2300 to 2399.</content>
internal sealed partial class GroupConsumer
{
    [LoggerMessage(2300, LogLevel.Information, "{Topic} [{Partition}] is assigned to this silo, from offset {Offset} on.")]
    private static partial void LogAssigned(ILogger logger, string topic, int partition, long offset);

    [LoggerMessage(2301, LogLevel.Information, "{Topic} [{Partition}] is given up at offset {Watermark}.")]
    private static partial void LogRevoked(ILogger logger, string topic, int partition, long watermark);

    [LoggerMessage(2302, LogLevel.Warning, "{Topic} [{Partition}] is lost to another member of the group; what was unfinished is delivered there.")]
    private static partial void LogLost(ILogger logger, string topic, int partition);

    [LoggerMessage(2303, LogLevel.Warning, "Deliveries of provider {Provider} were still under way {Timeout} after their partitions were to be given up; their records are delivered again by the next owner.")]
    private static partial void LogNotQuiet(ILogger logger, string provider, TimeSpan timeout);

    [LoggerMessage(2304, LogLevel.Warning, "Pulling agents of provider {Provider} have not stopped within {Timeout}.")]
    private static partial void LogAgentsRemain(ILogger logger, string provider, TimeSpan timeout);

    [LoggerMessage(2305, LogLevel.Error, "{Topic} [{Partition}] is halted: {Reason}")]
    private static partial void LogPartitionHalted(ILogger logger, string topic, int partition, string reason);

    [LoggerMessage(2306, LogLevel.Warning, "Offsets of provider {Provider} could not be committed; they are with the next commit.")]
    private static partial void LogCommitFailed(ILogger logger, Exception exception, string provider);

    [LoggerMessage(2307, LogLevel.Error, "The consumer of provider {Provider} failed; it joins its group anew in {Pause}.")]
    private static partial void LogConsumerFailed(ILogger logger, Exception exception, string provider, TimeSpan pause);

    [LoggerMessage(2308, LogLevel.Warning, "Polling for provider {Provider} met {Code}: {Reason}")]
    private static partial void LogPollError(ILogger logger, string provider, KafkaErrorCode code, string reason);

    [LoggerMessage(2309, LogLevel.Warning, "The Kafka client of provider {Provider} reports {Code}: {Reason}")]
    private static partial void LogClientError(ILogger logger, string provider, KafkaErrorCode code, string reason);

    [LoggerMessage(2310, LogLevel.Debug, "{Topic} [{Partition}] could not be resumed.")]
    private static partial void LogResumeFailed(ILogger logger, Exception exception, string topic, int partition);

    [LoggerMessage(2311, LogLevel.Debug, "Offsets of provider {Provider} are committed once the group has rebalanced: {Reason}")]
    private static partial void LogCommitPostponed(ILogger logger, string provider, string reason);

    [LoggerMessage(2314, LogLevel.Debug, "The end of {Topic} [{Partition}] could not be asked for; its lag is as of before.")]
    private static partial void LogNoEnd(ILogger logger, Exception exception, string topic, int partition);

    [LoggerMessage(2315, LogLevel.Warning, "{Topic} has no id that librdkafka names (brokers before Kafka 2.8 give none): provider {Provider} can't notice that it is made anew, unless it is shorter then.")]
    private static partial void LogUnheard(ILogger logger, string topic, string provider);

    [LoggerMessage(2312, LogLevel.Warning, "{Topic} [{Partition}] is set from offset {From} to {To} by an operator.")]
    private static partial void LogRewound(ILogger logger, string topic, int partition, long from, long to);

    [LoggerMessage(2313, LogLevel.Error, "The Kafka client of provider {Provider} does not leave its group; it is left behind, and the group goes on without it after its session time-out.")]
    private static partial void LogClientHangs(ILogger logger, string provider);
}
