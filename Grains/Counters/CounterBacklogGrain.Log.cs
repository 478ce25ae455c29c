using Microsoft.Extensions.Logging;

namespace ShellCorp.Grains.Counters;

internal sealed partial class CounterBacklogGrain
{
    [LoggerMessage(1611, LogLevel.Warning, "Another activation has written these marks of counters; this one deactivates.")]
    private partial void LogConflict(Exception exception);

    [LoggerMessage(1612, LogLevel.Warning, "The counters of player {Player} ({Kind}) could not be looked after; they will be.")]
    private partial void LogNotResumed(Exception exception, PlayerId player, CounterKind kind);
}
