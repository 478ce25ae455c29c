using Orleans.Configuration;
using ZooKeeper.Client;
using ZooKeeper.Tests.Servers;
using static Orleans.Clustering.Tests.Tables;

namespace Orleans.Clustering.Tests;

public sealed class SecurityTests(SharedServer shared)
{
    [ZooKeeperFact]
    public async Task The_nodes_of_a_cluster_with_a_digest_are_closed_to_others()
    {
        var cluster = NewClusterId();
        await using var table = Open(shared.Server.ConnectionString, cluster, WithDigest("secret"));
        await table.InitializeMembershipTableAsync(true);
        await table.InsertAsync(Entry(1));
        await table.UpdateIAmAliveAsync(Entry(1));
        await using var wrong = Open(shared.Server.ConnectionString, cluster, WithDigest("guess"));
        await using var nobody = Open(shared.Server.ConnectionString, cluster);
        await using var gateways = Gateways(shared.Server.ConnectionString, cluster);

        Assert.Contains("user 'silos'", (await Assert.ThrowsAsync<OrleansConfigurationException>(() => wrong.InitializeMembershipTableAsync(true))).Message, StringComparison.Ordinal);
        Assert.Contains("without a digest", (await Assert.ThrowsAsync<OrleansConfigurationException>(() => nobody.InitializeMembershipTableAsync(true))).Message, StringComparison.Ordinal);
        foreach (var stranger in new[] { wrong, nobody })
        {
            await Assert.ThrowsAsync<NoAuthException>(() => stranger.ReadAllAsync());
            await Assert.ThrowsAsync<NoAuthException>(() => stranger.ReadRowAsync(Silo(1)));
            await Assert.ThrowsAsync<NoAuthException>(() => stranger.InsertRowAsync(Entry(2), new TableVersion(2, "1")));
            await Assert.ThrowsAsync<NoAuthException>(() => stranger.UpdateRowAsync(Entry(1), "0", new TableVersion(2, "1")));
            await Assert.ThrowsAsync<NoAuthException>(() => stranger.UpdateIAmAliveAsync(Entry(1)));
        }

        Assert.IsType<NoAuthException>((await Assert.ThrowsAsync<OrleansConfigurationException>(() => gateways.GetGatewaysAsync())).InnerException);
        await using var known = Gateways(shared.Server.ConnectionString, cluster, options => (options.DigestUser, options.DigestPassword) = ("silos", "secret"));
        Assert.Single(await known.GetGatewaysAsync());
    }

    [ZooKeeperFact]
    public async Task A_table_works_over_TLS()
    {
        using var certificates = new Certificates();
        var port = FreePorts.Take(1)[0];
        await using var server = await ZooKeeperServer.StartAsync(certificates.ServerSettings(port));
        await using var table = Open($"127.0.0.1:{port}/chroot/of-its-own", NewClusterId(), options =>
        {
            WithDigest("secret")(options);
            options.Tls = new() { TrustedCertificatesFile = certificates.Authority, ClientCertificateFile = certificates.Client };
        });

        await table.InitializeMembershipTableAsync(true);
        await table.InsertAsync(Entry(1));

        Assert.Single((await table.ReadAllAsync()).Members);
    }

    private static Action<ZooKeeperClusteringSiloOptions> WithDigest(string password) => options => (options.DigestUser, options.DigestPassword) = ("silos", password);
}
