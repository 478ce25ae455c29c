using Microsoft.Extensions.Logging;

namespace ZooKeeper.Client;

public sealed partial class ZooKeeperClient
{
    [LoggerMessage(20, LogLevel.Error, "A handler of the ZooKeeper session's state {State} has failed")]
    private static partial void LogHandlerFailed(ILogger logger, SessionState state, Exception failure);

    [LoggerMessage(21, LogLevel.Debug, "The watch on {Path} could not be removed from the ZooKeeper server: {Reason}")]
    private static partial void LogWatchNotRemoved(ILogger logger, string path, string reason);

    [LoggerMessage(22, LogLevel.Debug, "The ZooKeeper node {Path} was created by another client in the meantime")]
    private static partial void LogCreatedByAnother(ILogger logger, string path);
}
