namespace Riak.TestServer.Proxy;

/// <summary>What befalls a request.</summary>
public enum FaultKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It isn't forwarded; the client's connection is closed.</summary>
    DropRequest,

    /// <summary>It is forwarded and carried out; the client's connection is closed instead of an answer.</summary>
    DropAnswer,

    /// <summary>It is forwarded and carried out; the client waits for an answer that never comes, its connection stays open.</summary>
    SwallowAnswer,

    /// <summary>Only the first half of its bytes is forwarded, then both connections are cut.</summary>
    CutRequest,

    /// <summary>It is carried out; only the first half of the answer's bytes comes back, then both connections are cut.</summary>
    CutAnswer,

    /// <summary>It is forwarded once <see cref="Fault.Until"/> is completed.</summary>
    Delay,

    /// <summary>
    /// It is kept and the client's connection closed; it is carried out after the next requests (<see cref="Fault.After"/> of them) through
    /// the proxy were answered.
    /// </summary>
    Hold,
}
