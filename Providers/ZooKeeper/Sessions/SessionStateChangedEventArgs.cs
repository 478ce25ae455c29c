namespace ZooKeeper.Client;

/// <summary>A new state of a session.</summary>
public sealed class SessionStateChangedEventArgs : EventArgs
{
    internal SessionStateChangedEventArgs(SessionState state, long sessionId) => (State, SessionId) = (state, sessionId);

    /// <summary>The new state.</summary>
    public SessionState State { get; }

    /// <summary>The session; 0 before the first.</summary>
    public long SessionId { get; }
}
