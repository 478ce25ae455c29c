namespace ZooKeeper.Client;

/// <summary>How it stands with a client's session.</summary>
public enum SessionState
{
    /// <summary>No connection, but one is sought. The session may still be alive.</summary>
    Disconnected,

    /// <summary>A server of the ensemble serves the session.</summary>
    Connected,

    /// <summary>The session is over. A client that renews expired sessions goes on with <see cref="Disconnected"/>, any other one ends here.</summary>
    Expired,

    /// <summary>The server has refused the credentials. The client ends here.</summary>
    AuthenticationFailed,

    /// <summary>The client was disposed.</summary>
    Closed,
}
