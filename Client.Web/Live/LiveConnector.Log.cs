namespace ShellCorp.Web.Live;

public sealed partial class LiveConnector
{
    [LoggerMessage(10, LogLevel.Information, "Subscribed to the live hub, subscription {Subscription}; {Matches} matches known")]
    private static partial void LogSubscribed(ILogger logger, Guid subscription, int matches);

    [LoggerMessage(11, LogLevel.Warning, "The live hub didn't answer; pages show what was known, and it is tried again")]
    private static partial void LogContactFailed(ILogger logger, Exception exception);

    [LoggerMessage(13, LogLevel.Information, "The live hub still doesn't answer, attempt {Attempt}: {Reason}")]
    private static partial void LogStillFailing(ILogger logger, int attempt, string reason);

    [LoggerMessage(12, LogLevel.Information, "The live hub couldn't be told of the end of the subscription; its lease ends it")]
    private static partial void LogUnsubscribeFailed(ILogger logger, Exception exception);
}
