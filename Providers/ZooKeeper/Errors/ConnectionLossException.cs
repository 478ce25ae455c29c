namespace ZooKeeper.Client;

/// <summary>
/// The connection was lost before the answer, or none came about in time. The inner exception says why: an <see cref="IOException"/>,
/// a <see cref="TimeoutException"/> (the server fell silent), a <see cref="ZooKeeperProtocolException"/> (it answered nonsense).
/// </summary>
public sealed class ConnectionLossException : ZooKeeperException
{
    internal ConnectionLossException(string? path, bool mayHaveTakenEffect, Exception cause)
        : base(ErrorCode.ConnectionLoss, path, Describe(path, mayHaveTakenEffect, cause), cause) => MayHaveTakenEffect = mayHaveTakenEffect;

    /// <summary>
    /// Whether the request had been handed to the network, so that a write's outcome is unknown until it is read back. False: the server
    /// has never seen it.
    /// </summary>
    public bool MayHaveTakenEffect { get; }

    private static string Describe(string? path, bool mayHaveTakenEffect, Exception cause) =>
        (mayHaveTakenEffect ? "The connection to ZooKeeper was lost" : "There is no connection to ZooKeeper")
        + (path is null ? "" : $" (path {path})") + $": {cause.Message}" + (mayHaveTakenEffect ? " The request may have taken effect." : "");
}
