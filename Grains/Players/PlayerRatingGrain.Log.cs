using Microsoft.Extensions.Logging;

namespace ShellCorp.Grains.Players;

/// <content>Log messages.</content>
internal sealed partial class PlayerRatingGrain
{
    [LoggerMessage(1001, LogLevel.Warning, "Another activation of player {Player} has written its state; this one deactivates.")]
    private partial void LogStateConflict(Exception exception, PlayerId player);

    [LoggerMessage(1002, LogLevel.Warning, "Player {Player} deactivates ({Reason}) without having written what is written lazily.")]
    private partial void LogLazyWriteFailed(Exception exception, PlayerId player, DeactivationReasonCode reason);

    [LoggerMessage(1003, LogLevel.Error, "The stream of player {Player} reported a failure.")]
    private partial void LogStreamFailed(Exception exception, PlayerId player);
}
