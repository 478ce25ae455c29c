namespace ZooKeeper.Client;

/// <summary>The node's ACL doesn't allow the operation to this session's identities.</summary>
public sealed class NoAuthException : ZooKeeperException
{
    internal NoAuthException(string? path)
        : base(ErrorCode.NoAuth, path, $"The ACL of the ZooKeeper node {path} does not allow it to this session.")
    {
    }
}
