namespace ShellCorp.Silo.Counters;

internal static partial class CounterLogMessages
{
    [LoggerMessage(2501, LogLevel.Warning, "Riak doesn't answer; ratings start without it, and counters follow when it does.")]
    public static partial void LogRiakAway(this ILogger logger, Exception exception);

    [LoggerMessage(2502, LogLevel.Warning, "Counters could not be looked after; it is tried again in {Interval}.")]
    public static partial void LogNotLookedAfter(this ILogger logger, Exception exception, TimeSpan interval);

}
