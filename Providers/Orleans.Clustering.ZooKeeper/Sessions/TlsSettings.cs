using System.Net.Security;
using ZooKeeper.Client;

namespace Orleans.Runtime.Membership;

/// <summary>The values of <see cref="ZooKeeperTlsOptions"/>, to be compared.</summary>
internal sealed record TlsSettings(string? Authorities, string? Certificate, string? Key, string? TargetHost, bool CheckRevocation, Action<SslClientAuthenticationOptions>? Configure)
{
    internal static TlsSettings From(ZooKeeperTlsOptions options) =>
        new(options.TrustedCertificatesFile, options.ClientCertificateFile, options.ClientKeyFile, options.TargetHost, options.CheckRevocation, options.Configure);

    internal ZooKeeperTlsOptions ToOptions() => new()
    {
        TrustedCertificatesFile = Authorities,
        ClientCertificateFile = Certificate,
        ClientKeyFile = Key,
        TargetHost = TargetHost,
        CheckRevocation = CheckRevocation,
        Configure = Configure,
    };
}
