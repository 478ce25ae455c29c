using ZooKeeper.Tests.Servers;
using static ZooKeeper.Client.Tests.Clients;

namespace ZooKeeper.Client.Tests;

public sealed class TlsTests
{
    private static readonly TimeSpan Little = TimeSpan.FromSeconds(1);

    [ZooKeeperFact]
    public async Task A_session_over_TLS_needs_a_trusted_server_and_a_trusted_client()
    {
        using var certificates = new Certificates();
        using var strangers = new Certificates();
        var port = FreePorts.Take(1)[0];
        await using var server = await ZooKeeperServer.StartAsync(certificates.ServerSettings(port));
        ZooKeeperOptions With(ZooKeeperOptions options, ZooKeeperTlsOptions? tls) => options with { Tls = tls, ConnectionPatience = Little };

        await using var client = To($"127.0.0.1:{port}", options => options with { Tls = new() { TrustedCertificatesFile = certificates.Authority, ClientCertificateFile = certificates.Client } });
        await client.CreateAsync("/node", Bytes("1"));
        Assert.Equal("1", Text((await client.GetAsync("/node")).Data));

        await using var distrustful = To($"127.0.0.1:{port}", options => With(options, new() { TrustedCertificatesFile = strangers.Authority, ClientCertificateFile = certificates.Client }));
        await using var stranger = To($"127.0.0.1:{port}", options => With(options, new() { TrustedCertificatesFile = certificates.Authority, ClientCertificateFile = strangers.Client }));
        await using var misled = To($"127.0.0.1:{port}", options => With(options, new() { TrustedCertificatesFile = certificates.Authority, ClientCertificateFile = certificates.Client, TargetHost = "another.host" }));
        await using var plain = To($"127.0.0.1:{port}", options => With(options, tls: null));
        foreach (var refused in new[] { distrustful, stranger, misled, plain })
            await Eventually.EndAsync("the connecting to be given up", Assert.ThrowsAsync<ConnectionLossException>(() => refused.ConnectAsync()));
    }
}
