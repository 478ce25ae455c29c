namespace ZooKeeper.Client;

/// <summary>The parent is ephemeral, and so can't have children.</summary>
public sealed class NoChildrenForEphemeralsException : ZooKeeperException
{
    internal NoChildrenForEphemeralsException(string? path)
        : base(ErrorCode.NoChildrenForEphemerals, path, $"The parent of the ZooKeeper node {path} is ephemeral and can't have children.")
    {
    }
}
