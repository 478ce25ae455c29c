using Microsoft.Extensions.Logging;

namespace ShellCorp.Feeds.Running;

public sealed partial class FeedRunner
{
    [LoggerMessage(3011, LogLevel.Debug, "Match {Match} starts: {Label}.")]
    private partial void LogMatchStarted(MatchId match, string label);
}
