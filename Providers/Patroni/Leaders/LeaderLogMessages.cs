using Microsoft.Extensions.Logging;

namespace Patroni.Leaders;

internal static partial class LeaderLogMessages
{
    [LoggerMessage(1, LogLevel.Warning, "PostgreSQL's scope '{Scope}' was led by {Old} and is led by {New}; no connection to the former is used any more")]
    public static partial void LogLeaderChanged(this ILogger logger, string scope, ScopeLeader? old, ScopeLeader? @new);

    [LoggerMessage(3, LogLevel.Information, "PostgreSQL's scope '{Scope}' is led by {Leader}")]
    public static partial void LogLeaderFound(this ILogger logger, string scope, ScopeLeader? leader);

    [LoggerMessage(2, LogLevel.Warning, "Who leads PostgreSQL's scope '{Scope}' can't be asked of ZooKeeper; {Leader} is taken to go on: {Reason}")]
    public static partial void LogNotWatched(this ILogger logger, string scope, ScopeLeader? leader, string reason);
}
