using Microsoft.Extensions.Logging;

namespace ShellCorp.Grains.Live;

/// <content>Log messages.</content>
internal sealed partial class LiveHubGrain
{
    [LoggerMessage(1311, LogLevel.Information, "A web server subscribed to what is live; there are {Subscribers}.")]
    private partial void LogSubscribed(int subscribers);

    [LoggerMessage(1312, LogLevel.Information, "A web server didn't renew its subscription for {Lease}; {Subscribers} are left.")]
    private partial void LogExpired(TimeSpan lease, int subscribers);

    [LoggerMessage(1313, LogLevel.Warning, "A web server failed to take what changed and is dropped until it subscribes again; {Subscribers} are left.")]
    private partial void LogDropped(Exception exception, int subscribers);

    [LoggerMessage(1314, LogLevel.Warning, "Teams can't be asked; again in {BackOff}.")]
    private partial void LogTeamsUnavailable(Exception exception, TimeSpan backOff);

    [LoggerMessage(1315, LogLevel.Debug, "The hub stops while it asks the teams.")]
    private partial void LogStopped();
}
