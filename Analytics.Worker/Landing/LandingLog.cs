using ShellCorp.Analytics.Warehouse;

namespace ShellCorp.Analytics.Landing;

internal static partial class LandingLog
{
    [LoggerMessage(6001, LogLevel.Information, "{Partition}: read from {Offset}")]
    public static partial void LogAssigned(this ILogger logger, LogPartition partition, string offset);

    [LoggerMessage(6002, LogLevel.Debug, "Loaded {Records} records of {Partitions} partitions in {Milliseconds} ms")]
    public static partial void LogLoaded(this ILogger logger, int records, int partitions, double milliseconds);

    [LoggerMessage(6003, LogLevel.Warning, "{Partition}: {Reason} Reading goes on where the ledger ends")]
    public static partial void LogRefused(this ILogger logger, LogPartition partition, string reason);

    [LoggerMessage(6004, LogLevel.Error, "Loading failed; it is tried again in {Delay}")]
    public static partial void LogLoadFailed(this ILogger logger, TimeSpan delay, Exception exception);

    [LoggerMessage(6005, LogLevel.Warning, "{Partition} [{Offset}] can't be read and went to the dead letters: {Reason}")]
    public static partial void LogDeadLetter(this ILogger logger, LogPartition partition, long offset, string reason);

    [LoggerMessage(6006, LogLevel.Warning, "{Partition}: the embedded brokers have dropped the offsets before {Oldest}, reading had come to {Position}; they are missing from the warehouse")]
    public static partial void LogGap(this ILogger logger, LogPartition partition, long oldest, long position);

    [LoggerMessage(6007, LogLevel.Warning, "The position of the group can't be committed; the ledger has it: {Reason}")]
    public static partial void LogNotCommitted(this ILogger logger, string reason);

    [LoggerMessage(6008, LogLevel.Critical, "Landing has stopped: {Reason}")]
    public static partial void LogStopped(this ILogger logger, string reason, Exception exception);

    [LoggerMessage(6009, LogLevel.Warning, "The log's client reports: {Reason}")]
    public static partial void LogClientError(this ILogger logger, string reason);

    [LoggerMessage(6011, LogLevel.Information, "Landing has ended")]
    public static partial void LogEnded(this ILogger logger);

    [LoggerMessage(6010, LogLevel.Information, "{Partition}: replay from {From}")]
    public static partial void LogReplay(this ILogger logger, LogPartition partition, long from);
}
