namespace ZooKeeper.Client;

/// <summary>What a ZooKeeper operation fails with. Common codes have a class of their own, derived from this one.</summary>
public class ZooKeeperException : Exception
{
    internal ZooKeeperException(ErrorCode code, string? path, string message, Exception? cause = null)
        : base(message, cause) => (Code, Path) = (code, path);

    /// <summary>The error code.</summary>
    public ErrorCode Code { get; }

    /// <summary>The node's path as the caller gave it (without the chroot); null where the operation has none.</summary>
    public string? Path { get; }

    /// <summary>Which operation of a <c>multi</c> failed, from 0; null for other operations.</summary>
    public int? OperationIndex { get; internal set; }
}
