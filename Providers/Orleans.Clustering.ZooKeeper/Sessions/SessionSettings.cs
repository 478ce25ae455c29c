using Orleans.Configuration;
using ZooKeeper.Client;

namespace Orleans.Runtime.Membership;

/// <summary>What a session is made of; who has the same shares it.</summary>
internal sealed record SessionSettings(string ConnectionString, TimeSpan Timeout, string? User, string? Password, TlsSettings? Tls)
{
    internal static SessionSettings From(ZooKeeperConnectionOptions options) =>
        new(options.ConnectionString, options.SessionTimeout, options.DigestUser, options.DigestPassword, options.Tls is { Enabled: true } tls ? TlsSettings.From(tls) : null);

    internal ZooKeeperOptions ToOptions() => new()
    {
        ConnectionString = ConnectionString,
        SessionTimeout = Timeout,
        // Nothing of a table depends on the session: no ephemeral nodes, no watches.
        RenewExpiredSession = true,
        Credentials = string.IsNullOrEmpty(User) ? [] : [Credentials.Digest(User, Password ?? "")],
        Tls = Tls?.ToOptions(),
    };

    /// <summary>Without the password.</summary>
    public override string ToString() => ConnectionString;
}
