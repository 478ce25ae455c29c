namespace ZooKeeper.Client;

/// <summary>
/// The server has sent something that isn't ZooKeeper's protocol. The connection is closed; whoever waited for an answer gets a
/// <see cref="ConnectionLossException"/> with this one inside.
/// </summary>
public sealed class ZooKeeperProtocolException : IOException
{
    internal ZooKeeperProtocolException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
