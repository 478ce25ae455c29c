using ErrorCode = Confluent.Kafka.ErrorCode;

namespace ShellCorp.Silo.Kafka;

internal static partial class KafkaLogMessages
{
    [LoggerMessage(2001, LogLevel.Warning, "The log's producer reports {Code}: {Reason} (fatal: {IsFatal})")]
    public static partial void LogProducerError(this ILogger logger, ErrorCode code, string reason, bool isFatal);

    [LoggerMessage(2002, LogLevel.Warning, "The log's backlog can't be read; new events are held back until it can")]
    public static partial void LogBacklogUnknown(this ILogger logger, Exception exception);

    [LoggerMessage(2003, LogLevel.Information, "New events are held back: {Bytes} bytes of {Topic} [{Partition}] wait for group {Group}, the limit is {Limit}")]
    public static partial void LogHeldBack(this ILogger logger, long bytes, string topic, int partition, string group, long limit);

    [LoggerMessage(2004, LogLevel.Information, "New events are taken again")]
    public static partial void LogTakenAgain(this ILogger logger);
}
