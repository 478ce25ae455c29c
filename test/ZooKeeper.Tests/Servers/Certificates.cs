using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZooKeeper.Tests.Servers;

/// <summary>An authority of its own, a server's certificate for 127.0.0.1 and a client's, as PEM files in a folder.</summary>
internal sealed class Certificates : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zookeeper-tls-").FullName;

    internal Certificates()
    {
        using var authorityKey = RSA.Create(2048);
        var request = Request("CN=Test authority", authorityKey);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var authority = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        File.WriteAllText(Authority, authority.ExportCertificatePem());
        Issue(Server, "CN=server", authority, now);
        Issue(Client, "CN=client", authority, now);
    }

    internal string Authority => $"{_folder}/authority.pem";

    /// <summary>Key and certificate of the server.</summary>
    internal string Server => $"{_folder}/server.pem";

    /// <summary>Key and certificate of the client.</summary>
    internal string Client => $"{_folder}/client.pem";

    /// <summary>What makes a server listen for TLS on a port, and ask for a client's certificate.</summary>
    internal ServerSettings ServerSettings(int port) => new()
    {
        Lines =
        [
            $"secureClientPort={port}", "secureClientPortAddress=127.0.0.1", "serverCnxnFactory=org.apache.zookeeper.server.NettyServerCnxnFactory",
            $"ssl.keyStore.location={Server}", "ssl.keyStore.type=PEM", $"ssl.trustStore.location={Authority}", "ssl.trustStore.type=PEM", "ssl.clientAuth=need",
        ],
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static CertificateRequest Request(string name, RSA key) => new(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static void Issue(string file, string name, X509Certificate2 authority, DateTimeOffset now)
    {
        using var key = RSA.Create(2048);
        var request = Request(name, key);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, now.AddDays(-1), now.AddDays(1), Guid.NewGuid().ToByteArray());
        File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem() + "\n" + certificate.ExportCertificatePem() + "\n");
    }
}
