namespace Patroni.Leaders;

/// <summary>The member of a Patroni cluster that holds its leader's lock.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Host">Where its PostgreSQL is, as the member has registered it.</param>
/// <param name="Port">The port there.</param>
public sealed record ScopeLeader(string Name, string Host, int Port)
{
    /// <summary>For messages: <c>name (host:port)</c>.</summary>
    public override string ToString() => $"{Name} ({Host}:{Port})";
}
