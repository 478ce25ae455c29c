using System.Net.Security;

namespace ZooKeeper.Client;

/// <summary>
/// How to speak TLS with the servers' <c>secureClientPort</c>. Files are PEM and are read for each connection, so that renewed certificates
/// are taken up.
/// </summary>
public sealed class ZooKeeperTlsOptions
{
    /// <summary>Whether TLS is spoken. Default true; false switches a configured section off.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The certificates of the authorities that servers must descend from. Default null: those of the system.</summary>
    public string? TrustedCertificatesFile { get; set; }

    /// <summary>The client's certificate and those between it and its authority, where the servers ask for one. Default null: none.</summary>
    public string? ClientCertificateFile { get; set; }

    /// <summary>The key of <see cref="ClientCertificateFile"/>. Default null: it is in the same file.</summary>
    public string? ClientKeyFile { get; set; }

    /// <summary>The name that each server's certificate must carry. Default null: the host of the connection string.</summary>
    public string? TargetHost { get; set; }

    /// <summary>Whether revocation lists are asked for. Default false.</summary>
    public bool CheckRevocation { get; set; }

    /// <summary>The last word on what is handed to <see cref="SslStream"/>, for what has no property here. Default null.</summary>
    public Action<SslClientAuthenticationOptions>? Configure { get; set; }
}
