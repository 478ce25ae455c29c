using Microsoft.Extensions.Logging;

namespace ShellCorp.Grains.Counters;

internal sealed partial class CounterPump
{
    [LoggerMessage(1601, LogLevel.Warning, "Counters can't be sent, first met with player {Player}'s. Ratings go on; counters follow when they can.")]
    private partial void LogUnreachable(Exception exception, PlayerId player);

    [LoggerMessage(1602, LogLevel.Information, "Counters can be sent again.")]
    private partial void LogReached();

    [LoggerMessage(1603, LogLevel.Information, "It isn't known what became of an addition to the counters of player {Player}; they are checked until they are exact.")]
    private partial void LogUnknown(Exception exception, PlayerId player);

    [LoggerMessage(1604, LogLevel.Information, "Corrected {Counters} counter(s) of player {Player} ({Kind}) by {Amount} in all.")]
    private partial void LogCorrected(PlayerId player, CounterKind kind, int counters, long amount);
}
