using Microsoft.Extensions.Logging;

namespace ShellCorp.Grains.Teams;

/// <content>Log messages.</content>
internal sealed partial class TeamPerformanceGrain
{
    [LoggerMessage(1401, LogLevel.Warning, "Another activation of team {Team} has written its state; this one deactivates.")]
    private partial void LogStateConflict(Exception exception, TeamId team);

    [LoggerMessage(1402, LogLevel.Error, "The stream of team {Team} reported a failure.")]
    private partial void LogStreamFailed(Exception exception, TeamId team);
}
