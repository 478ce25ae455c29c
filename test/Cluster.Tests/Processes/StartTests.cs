using ShellCorp.Players;

namespace ShellCorp.Cluster.Tests.Processes;

/// <summary>Silos and web servers that can't start, and grains that find no silo, say why.</summary>
public sealed class StartTests
{
    [ClusterFact]
    public async Task A_wrong_address_of_ZooKeeper_ends_the_start_with_the_address()
    {
        await using var cluster = await ProcessCluster.CreateAsync();

        var silo = cluster.Launch(("ShellCorp:ZooKeeper:ConnectionString", "127.0.0.1:1"));
        var web = cluster.LaunchWeb(("ShellCorp:ZooKeeper:ConnectionString", "127.0.0.1:1"));

        await RefusedAsync(silo, "The silo does not start", "127.0.0.1:1");
        await RefusedAsync(web, "The web server does not start", "127.0.0.1:1");
    }

    [ClusterFact]
    public async Task A_refused_digest_ends_the_start_with_the_user()
    {
        await using var cluster = await ProcessCluster.CreateAsync();
        await cluster.AddAsync(1, ("ShellCorp:ZooKeeper:DigestUser", "owner"), ("ShellCorp:ZooKeeper:DigestPassword", "right"));

        (string, string)[] wrong = [("ShellCorp:ZooKeeper:DigestUser", "other"), ("ShellCorp:ZooKeeper:DigestPassword", "wrong")];
        var silo = cluster.Launch(wrong);
        var web = cluster.LaunchWeb(wrong);

        await RefusedAsync(silo, "The silo does not start", "the digest of user 'other'");
        await RefusedAsync(web, "The web server does not start", "the digest of user 'other'");
    }

    [ClusterFact]
    public async Task Settings_that_a_silo_can_not_work_with_are_named_with_key_value_and_reason()
    {
        await using var cluster = await ProcessCluster.CreateAsync();

        var port = cluster.Launch(("ShellCorp:Silo:GatewayPort", "70000"));
        var drain = cluster.Launch(("ShellCorp:Drain:GatewayNotice", "00:00:01"));
        var brokers = cluster.Launch(("ShellCorp:Kafka:BootstrapServers", ""));

        await RefusedAsync(port, "ShellCorp:Silo:GatewayPort = '70000' is refused: a port is from 1 to 65535.");
        await RefusedAsync(drain, "ShellCorp:Drain:GatewayNotice = '00:00:01' is refused: from 00:00:05");
        await RefusedAsync(brokers, "ShellCorp:Kafka:BootstrapServers is not set: ShellCorp:Profile is Cluster");
    }

    [ClusterFact]
    public async Task A_grain_waits_for_a_silo_of_its_role_with_a_clear_error()
    {
        await using var cluster = await ProcessCluster.CreateAsync();
        await cluster.AddAsync(1, ("ShellCorp:Silo:Roles", "matches"));
        await cluster.ConnectAsync();
        var player = cluster.Grains.GetGrain<IPlayerRatingGrain>(7);

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => player.GetMatchesAsync(CancellationToken.None));
        Assert.Contains("No silo of role 'ratings' is up to take", refused.Message, StringComparison.Ordinal);

        await cluster.AddAsync(1, ("ShellCorp:Silo:Roles", "ratings, live"));
        Assert.Empty(await player.GetMatchesAsync(CancellationToken.None));
    }

    private static async Task RefusedAsync(HostProcess host, params string[] reasons)
    {
        var code = await host.EndsAsync();
        Assert.True(code == 1 && Array.TrueForAll(reasons, host.Says), $"expected exit code 1 and '{string.Join("', '", reasons)}', saw {code} and:{Environment.NewLine}{host}");
    }
}
