namespace ZooKeeper.Client;

/// <summary>The node to delete has children.</summary>
public sealed class NotEmptyException : ZooKeeperException
{
    internal NotEmptyException(string? path)
        : base(ErrorCode.NotEmpty, path, $"The ZooKeeper node {path} has children.")
    {
    }
}
