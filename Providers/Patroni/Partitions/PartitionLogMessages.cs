using Microsoft.Extensions.Logging;

namespace Patroni.Partitions;

internal static partial class PartitionLogMessages
{
    [LoggerMessage(11, LogLevel.Warning, "The partition map can't be read from ZooKeeper; the one seen last is used: {Reason}")]
    public static partial void LogMapNotWatched(this ILogger logger, string reason);

    [LoggerMessage(12, LogLevel.Information, "Partition {Partition}, {Move}: {Step}")]
    public static partial void LogMoveStep(this ILogger logger, int partition, PartitionMove move, MoveStep step);

    [LoggerMessage(13, LogLevel.Information, "Partition {Partition}, {Move}: the map was changed for another partition; once more")]
    public static partial void LogMapChanged(this ILogger logger, int partition, PartitionMove move);
}
