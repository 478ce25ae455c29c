using Microsoft.Extensions.Logging;

namespace ZooKeeper.Client.Sessions;

internal sealed partial class Session
{
    [LoggerMessage(1, LogLevel.Information, "ZooKeeper session 0x{SessionId:x} is served by {Server}; it lasts {Timeout} without a sign of life")]
    private static partial void LogConnected(ILogger logger, long sessionId, string server, TimeSpan timeout);

    [LoggerMessage(2, LogLevel.Warning, "ZooKeeper session 0x{SessionId:x} lost its connection to {Server}: {Reason}")]
    private static partial void LogConnectionLost(ILogger logger, long sessionId, string server, string reason);

    [LoggerMessage(3, LogLevel.Debug, "{Server} does not serve the ZooKeeper session: {Reason}")]
    private static partial void LogNotServed(ILogger logger, string server, string reason);

    [LoggerMessage(4, LogLevel.Error, "ZooKeeper requests fail until there is a connection, after {Patience} without one: {Reason}")]
    private static partial void LogPatienceLost(ILogger logger, string reason, TimeSpan patience);

    [LoggerMessage(5, LogLevel.Warning, "ZooKeeper session 0x{SessionId:x} has expired; another one is being made")]
    private static partial void LogExpired(ILogger logger, long sessionId);

    [LoggerMessage(6, LogLevel.Error, "ZooKeeper session 0x{SessionId:x} has ended")]
    private static partial void LogEnded(ILogger logger, long sessionId, Exception reason);

    [LoggerMessage(7, LogLevel.Debug, "ZooKeeper session 0x{SessionId:x} could not be closed, the ensemble will forget it: {Reason}")]
    private static partial void LogNotClosed(ILogger logger, long sessionId, string reason);

    [LoggerMessage(8, LogLevel.Debug, "ZooKeeper session 0x{SessionId:x} is being closed")]
    private static partial void LogClosing(ILogger logger, long sessionId);
}
