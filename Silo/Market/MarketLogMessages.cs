namespace ShellCorp.Silo.Market;

/// <summary>What the market's host logs.</summary>
internal static partial class MarketLogMessages
{
    [LoggerMessage(EventId = 301, Level = LogLevel.Warning, Message = "Events of part {Part} of the market's outbox wait: sending them failed; next try in {Delay}")]
    public static partial void LogRelayFailed(this ILogger logger, Exception failure, int part, TimeSpan delay);

    [LoggerMessage(EventId = 302, Level = LogLevel.Information, Message = "This silo sends part {Part} of the market's outbox")]
    public static partial void LogPartTaken(this ILogger logger, int part);

    [LoggerMessage(EventId = 303, Level = LogLevel.Warning, Message = "The database session that held part {Part} of the market's outbox is gone")]
    public static partial void LogPartLost(this ILogger logger, int part);

    [LoggerMessage(EventId = 304, Level = LogLevel.Information, Message = "{Count} rows of the market that were kept for long enough are gone")]
    public static partial void LogCleaned(this ILogger logger, int count);

    [LoggerMessage(EventId = 305, Level = LogLevel.Warning, Message = "Rows of the market that were kept for long enough stay; next try in {Delay}")]
    public static partial void LogCleaningFailed(this ILogger logger, Exception failure, TimeSpan delay);
}
