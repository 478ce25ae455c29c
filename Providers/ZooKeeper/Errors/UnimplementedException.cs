namespace ZooKeeper.Client;

/// <summary>The server doesn't know the operation: it is too old, or the feature is switched off there.</summary>
public sealed class UnimplementedException : ZooKeeperException
{
    internal UnimplementedException(string? path)
        : base(ErrorCode.Unimplemented, path, $"The ZooKeeper server does not offer this operation (path {path}).")
    {
    }
}
