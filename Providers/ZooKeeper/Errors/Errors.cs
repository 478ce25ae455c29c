namespace ZooKeeper.Client;

internal static class Errors
{
    internal static ZooKeeperException From(ErrorCode code, string? path, long sessionId) => code switch
    {
        ErrorCode.NoNode => new NoNodeException(path),
        ErrorCode.NodeExists => new NodeExistsException(path),
        ErrorCode.BadVersion => new BadVersionException(path),
        ErrorCode.NotEmpty => new NotEmptyException(path),
        ErrorCode.NoAuth => new NoAuthException(path),
        ErrorCode.NoChildrenForEphemerals => new NoChildrenForEphemeralsException(path),
        ErrorCode.InvalidAcl => new InvalidAclException(path),
        ErrorCode.Unimplemented => new UnimplementedException(path),
        ErrorCode.SessionExpired => new SessionExpiredException(path, sessionId),
        ErrorCode.AuthFailed or ErrorCode.SessionClosedRequiresAuth => new AuthenticationFailedException(path, code),
        _ => new ZooKeeperException(code, path, $"ZooKeeper answered {code} ({(int)code}) for {path ?? "a request"}."),
    };
}
