namespace ZooKeeper.Client;

/// <summary>The server has refused the credentials, or takes authenticated sessions only. The client is of no use after a refusal.</summary>
public sealed class AuthenticationFailedException : ZooKeeperException
{
    internal AuthenticationFailedException(string? path, ErrorCode code = ErrorCode.AuthFailed)
        : base(code, path, code == ErrorCode.AuthFailed
            ? "The ZooKeeper server has refused the session's credentials."
            : "The ZooKeeper server takes authenticated sessions only and has closed this one.")
    {
    }
}
