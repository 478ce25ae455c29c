namespace ZooKeeper.Client;

/// <summary>The ACL is empty, malformed, or names <c>auth</c> while the session has no authenticated identity.</summary>
public sealed class InvalidAclException : ZooKeeperException
{
    internal InvalidAclException(string? path)
        : base(ErrorCode.InvalidAcl, path, $"The ACL for the ZooKeeper node {path} is empty or malformed, or says 'auth' in a session without an identity.")
    {
    }
}
