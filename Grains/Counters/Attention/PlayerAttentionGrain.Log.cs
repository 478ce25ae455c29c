using Microsoft.Extensions.Logging;

namespace ShellCorp.Grains.Counters.Attention;

internal sealed partial class PlayerAttentionGrain
{
    [LoggerMessage(1631, LogLevel.Warning, "Another activation has written the attention of player {Player}; this one deactivates.")]
    private partial void LogStateConflict(Exception exception, PlayerId player);

    [LoggerMessage(1632, LogLevel.Error, "The stream of attention to player {Player} reported a failure.")]
    private partial void LogStreamFailed(Exception exception, PlayerId player);
}
