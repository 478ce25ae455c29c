using Npgsql;

namespace Patroni.Leaders;

/// <summary>A scope had nobody who took connections, for as long as it is waited for. Nothing was sent that could have taken effect.</summary>
public sealed class NoLeaderException : NpgsqlException
{
    internal NoLeaderException(string scope, ScopeLeader? leader, TimeSpan patience, Exception? reason)
        : base(Describe(scope, leader, patience, reason), reason) => Scope = scope;

    /// <summary>The scope.</summary>
    public string Scope { get; } = "";

    private static string Describe(string scope, ScopeLeader? leader, TimeSpan patience, Exception? reason) =>
        leader is null
            ? $"PostgreSQL's scope '{scope}' had no leader for {patience}: Patroni is electing one, or none can be."
            : $"The leader {leader} of PostgreSQL's scope '{scope}' took no connection for {patience}: {reason?.Message}";
}
