using Microsoft.Extensions.Logging;

namespace Orleans.Runtime.Membership;

public sealed partial class ZooKeeperBasedMembershipTable
{
    [LoggerMessage(40, LogLevel.Information, "The membership table {Root} in ZooKeeper is at version {Version}")]
    private static partial void LogInitialized(ILogger logger, string root, int version);

    [LoggerMessage(41, LogLevel.Debug, "Another writer was faster: {Reason}")]
    private static partial void LogConflict(ILogger logger, string reason);

    [LoggerMessage(42, LogLevel.Information, "Removed the row of the dead silo {Silo}, last heard at {LastHeartbeat}")]
    private static partial void LogRemoved(ILogger logger, SiloAddress silo, DateTime lastHeartbeat);
}
