namespace ZooKeeper.Client;

/// <summary>The node's version isn't the expected one: somebody has changed it.</summary>
public sealed class BadVersionException : ZooKeeperException
{
    internal BadVersionException(string? path)
        : base(ErrorCode.BadVersion, path, $"The version of the ZooKeeper node {path} is not the expected one.")
    {
    }
}
