namespace ZooKeeper.Client;

/// <summary>
/// The session is over: its ephemeral nodes are gone or about to go, its watches too. Either the ensemble has said so, or nothing was
/// heard from it for longer than it keeps a session. An operation that fails with it has not taken effect.
/// </summary>
public sealed class SessionExpiredException : ZooKeeperException
{
    internal SessionExpiredException(string? path, long sessionId)
        : base(ErrorCode.SessionExpired, path, $"The ZooKeeper session 0x{sessionId:x} has expired.") => SessionId = sessionId;

    /// <summary>The expired session.</summary>
    public long SessionId { get; }
}
