using Microsoft.Extensions.Logging;

namespace ShellCorp.Grains.Matches;

/// <content>Log messages.</content>
internal sealed partial class MatchGrain
{
    [LoggerMessage(1101, LogLevel.Warning, "Another activation of match {Match} has written its state; this one deactivates.")]
    private partial void LogStateConflict(Exception exception, MatchId match);

    [LoggerMessage(1102, LogLevel.Warning, "Match {Match} deactivates ({Reason}) without having written what is written lazily.")]
    private partial void LogLazyWriteFailed(Exception exception, MatchId match, DeactivationReasonCode reason);

    [LoggerMessage(1103, LogLevel.Error, "A stream of match {Match} reported a failure.")]
    private partial void LogStreamFailed(Exception exception, MatchId match);
}
