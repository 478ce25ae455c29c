using Microsoft.Extensions.Logging;

namespace ShellCorp.Feeds.Running;

internal sealed partial class IngestSender
{
    [LoggerMessage(3001, LogLevel.Warning, "A call with {Events} events failed; they are sent again.")]
    private partial void LogCallFailed(Exception exception, int events);

    [LoggerMessage(3002, LogLevel.Warning, "Event {EventId} is rejected: {Errors}")]
    private partial void LogRejected(string eventId, string errors);

    [LoggerMessage(3003, LogLevel.Warning, "More than {Logged} events are rejected; further ones are only counted.")]
    private partial void LogMoreRejected(int logged);
}
