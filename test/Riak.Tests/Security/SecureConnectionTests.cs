using Microsoft.Extensions.Time.Testing;
using Riak.DataTypes;
using Riak.Errors;
using Riak.Security;
using Riak.TestServer.Cluster;
using Riak.TestServer.Proxy;

namespace Riak.Tests.Security;

public sealed class SecureConnectionTests : IDisposable
{
    private const byte Auth = 253;
    private static readonly RiakLocation Where = new("maps", "players", "1");

    private readonly SelfSigned _own = new();

    public void Dispose() => _own.Dispose();

    [Fact]
    public async Task A_trusted_certificate_and_the_right_password_let_everything_through()
    {
        await using var cluster = Secured();
        await using var client = new RiakClient(Options(cluster), time: new FakeTimeProvider());
        for (var i = 1; i <= 3; i++)
            await client.UpdateMapAsync(Where, new RiakMapUpdate().Increment("goals", 1));
        Assert.Equal(3, (await client.FetchMapAsync(Where))!.Counters["goals"]);
        // One connection, one authentication: idle connections are kept under TLS too.
        Assert.Equal(1, cluster.Nodes[0].Received(Auth));
    }

    [Fact]
    public async Task A_wrong_password_is_refused_with_what_to_do_and_nothing_was_sent()
    {
        await using var cluster = Secured();
        await using var client = new RiakClient(Options(cluster, password: "wrong"));
        var refused = await Assert.ThrowsAsync<RiakAuthenticationException>(() => client.UpdateCounterAsync(Where, 1));
        Assert.Contains("Authentication failed", refused.Message, StringComparison.Ordinal);
        Assert.Contains("riak admin security", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, cluster.Nodes[0].Received(82));
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_refused()
    {
        using var other = new SelfSigned();
        await using var cluster = Secured();
        await using var client = new RiakClient(Options(cluster, trusted: other.PemFile));
        var refused = await Assert.ThrowsAsync<RiakAuthenticationException>(() => client.PingAsync());
        Assert.Contains(nameof(RiakTlsOptions.TrustedCertificateFile), refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, cluster.Nodes[0].Received(Auth));
    }

    [Fact]
    public async Task A_certificate_of_another_name_is_refused()
    {
        await using var cluster = Secured();
        await using var client = new RiakClient(Options(cluster, target: "riak.example"));
        await Assert.ThrowsAsync<RiakAuthenticationException>(() => client.PingAsync());
    }

    [Fact]
    public async Task A_server_without_security_is_no_secure_server()
    {
        await using var cluster = RiakTestCluster.Start();
        await using var client = new RiakClient(Options(cluster), time: new FakeTimeProvider());
        var refused = await Assert.ThrowsAsync<RiakAuthenticationException>(() => client.PingAsync());
        Assert.Contains("Security not enabled; STARTTLS not allowed.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_TLS_is_told_what_to_set()
    {
        await using var cluster = Secured();
        await using var client = new RiakClient(new() { Hosts = cluster.Hosts });
        var refused = await Assert.ThrowsAsync<RiakServerException>(() => client.UpdateCounterAsync(Where, 1));
        Assert.Equal(RiakErrorKind.NotPermitted, refused.Kind);
        Assert.Contains("riak admin security grant", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_encrypted_connection_leaves_an_update_unknown_and_a_read_repeated()
    {
        await using var cluster = Secured();
        await using var proxy = new FaultProxy(cluster.Hosts);
        var options = Options(cluster);
        options.Hosts = proxy.Host;
        await using var client = new RiakClient(options);
        await client.UpdateMapAsync(Where, new RiakMapUpdate().Increment("goals", 1));
        proxy.Cut();
        proxy.Mend();
        await Eventually.ReachAsync("the connection closed", () => cluster.Nodes[0].OpenConnections, open => open == 0);
        Assert.Equal(1, (await client.FetchMapAsync(Where))!.Counters["goals"]);
        Assert.Equal(2, cluster.Nodes[0].Received(Auth));
    }

    private RiakTestCluster Secured() => RiakTestCluster.Start(
        security: new(_own.Certificate, new Dictionary<string, string> { ["shellcorp"] = "right" }));

    private RiakClientOptions Options(RiakTestCluster cluster, string password = "right", string? trusted = null, string? target = null) => new()
    {
        Hosts = cluster.Hosts, User = "shellcorp", Password = password,
        Tls = new() { TrustedCertificateFile = trusted ?? _own.PemFile, TargetHost = target },
    };
}
