namespace ZooKeeper.Client;

/// <summary>The server's error codes, as on the wire.</summary>
public enum ErrorCode
{
    /// <summary>Not an error.</summary>
    Ok = 0,

    /// <summary>The server failed in a way it has no name for.</summary>
    SystemError = -1,

    /// <summary>In a <c>multi</c>: an operation that wasn't tried because an earlier one failed.</summary>
    RuntimeInconsistency = -2,

    /// <summary>The server found its own data inconsistent.</summary>
    DataInconsistency = -3,

    /// <summary>The connection was lost; told by the client, never by a server.</summary>
    ConnectionLoss = -4,

    /// <summary>The server could not read the request.</summary>
    MarshallingError = -5,

    /// <summary>The server doesn't know the operation: it is too old, or the feature is off.</summary>
    Unimplemented = -6,

    /// <summary>The server gave up waiting.</summary>
    OperationTimeout = -7,

    /// <summary>The server found an argument invalid.</summary>
    BadArguments = -8,

    /// <summary>The server doesn't know the session.</summary>
    UnknownSession = -12,

    /// <summary>No quorum of the new configuration is connected.</summary>
    NewConfigNoQuorum = -13,

    /// <summary>Another reconfiguration is in progress.</summary>
    ReconfigInProgress = -14,

    /// <summary>A failure of the server's interface.</summary>
    ApiError = -100,

    /// <summary>There is no such node.</summary>
    NoNode = -101,

    /// <summary>The node's ACL doesn't allow it.</summary>
    NoAuth = -102,

    /// <summary>The node's version isn't the expected one.</summary>
    BadVersion = -103,

    /// <summary>An ephemeral node can't have children.</summary>
    NoChildrenForEphemerals = -108,

    /// <summary>The node is there already.</summary>
    NodeExists = -110,

    /// <summary>The node has children.</summary>
    NotEmpty = -111,

    /// <summary>The session has expired.</summary>
    SessionExpired = -112,

    /// <summary>The callback is invalid.</summary>
    InvalidCallback = -113,

    /// <summary>The ACL is empty, malformed, or names <c>auth</c> without an authenticated identity.</summary>
    InvalidAcl = -114,

    /// <summary>The server has refused the credentials.</summary>
    AuthFailed = -115,

    /// <summary>The session has moved to another server.</summary>
    SessionMoved = -118,

    /// <summary>The server is read-only.</summary>
    NotReadOnly = -119,

    /// <summary>A local session can't create an ephemeral node.</summary>
    EphemeralOnLocalSession = -120,

    /// <summary>There is no such watch.</summary>
    NoWatcher = -121,

    /// <summary>The request took too long.</summary>
    RequestTimeout = -122,

    /// <summary>Reconfiguration is off.</summary>
    ReconfigDisabled = -123,

    /// <summary>The server takes authenticated sessions only and has closed this one.</summary>
    SessionClosedRequiresAuth = -124,

    /// <summary>A quota is exceeded.</summary>
    QuotaExceeded = -125,

    /// <summary>The server throttles.</summary>
    ThrottledOperation = -127,
}
