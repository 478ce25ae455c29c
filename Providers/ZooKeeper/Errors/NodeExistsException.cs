namespace ZooKeeper.Client;

/// <summary>The node to create is there already.</summary>
public sealed class NodeExistsException : ZooKeeperException
{
    internal NodeExistsException(string? path)
        : base(ErrorCode.NodeExists, path, $"The ZooKeeper node {path} exists already.")
    {
    }
}
