using Microsoft.Extensions.Logging;

namespace ShellCorp.Grains.Live;

/// <content>Log messages.</content>
internal sealed partial class LiveTeller
{
    [LoggerMessage(1301, LogLevel.Warning, "The live hub didn't take changes; again in {BackOff}.")]
    private partial void LogHubFailed(Exception exception, TimeSpan backOff);

    [LoggerMessage(1302, LogLevel.Debug, "The grain stops, and telling the live hub with it.")]
    private partial void LogStopped();
}
