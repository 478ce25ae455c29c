namespace ZooKeeper.Client;

/// <summary>There is no such node.</summary>
public sealed class NoNodeException : ZooKeeperException
{
    internal NoNodeException(string? path)
        : base(ErrorCode.NoNode, path, $"There is no ZooKeeper node {path}.")
    {
    }
}
