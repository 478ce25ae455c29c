using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Messaging;
using Orleans.Runtime.Membership;
using ZooKeeper.Client;
using ZooKeeper.Tests.Servers;

namespace Orleans.Clustering.Tests;

/// <summary>Real silos and clients.</summary>
public sealed class HostingTests(SharedServer shared)
{
    [ZooKeeperFact]
    public async Task Silos_join_leave_and_die_while_a_client_calls_them()
    {
        var (zooKeeper, cluster) = (shared.NewConnectionString(), "cluster");
        using var first = Hosts.Silo(zooKeeper, cluster);
        using var second = Hosts.Silo(zooKeeper, cluster);
        await first.StartAsync();
        await second.StartAsync();
        using var client = Hosts.Client(zooKeeper, cluster);
        await client.StartAsync();
        await CalledAsync(client, first, second);

        using var third = Hosts.Silo(zooKeeper, cluster);
        await third.StartAsync();
        await CalledAsync(client, first, second, third);
        await second.StopAsync();
        await StatusAsync(first, second, SiloStatus.Dead);
        await CalledAsync(client, first, third);
        await third.StopAsync(new CancellationToken(canceled: true));
        await StatusAsync(first, third, SiloStatus.Dead);
        await CalledAsync(client, first);

        await client.StopAsync();
        await first.StopAsync();
    }

    [ZooKeeperFact]
    public async Task Silos_go_on_while_ZooKeeper_is_away_and_take_in_others_when_it_is_back()
    {
        await using var server = await ZooKeeperServer.StartAsync();
        (string, string)[] impatient = [("SessionTimeout", "00:00:02")];
        using var first = Hosts.Silo(server.ConnectionString, "cluster", impatient);
        using var second = Hosts.Silo(server.ConnectionString, "cluster", impatient);
        await first.StartAsync();
        await second.StartAsync();
        using var client = Hosts.Client(server.ConnectionString, "cluster");
        await client.StartAsync();
        await CalledAsync(client, first, second);

        await server.KillAsync();
        // As long as it takes until reads of the table fail rather than wait.
        await Assert.ThrowsAnyAsync<ZooKeeperException>(() => ReadUntilItFailsAsync(first.Table()));
        await CalledAsync(client, first, second);
        await server.StartAgainAsync();
        using var third = Hosts.Silo(server.ConnectionString, "cluster", impatient);
        await third.StartAsync();

        await CalledAsync(client, first, second, third);
        await client.StopAsync();
        await Task.WhenAll(first.StopAsync(), second.StopAsync(), third.StopAsync());
    }

    [ZooKeeperFact]
    public async Task A_silo_does_not_start_at_a_wrong_address_and_says_why()
    {
        var port = FreePorts.Take(1)[0];
        using var silo = Hosts.Silo($"127.0.0.1:{port}", "cluster", ("SessionTimeout", "00:00:01"));

        var failure = await Eventually.EndAsync("the start to fail", Assert.ThrowsAnyAsync<Exception>(() => silo.StartAsync()));

        Assert.Contains($"127.0.0.1:{port} (ConnectionRefused)", failure.ToString(), StringComparison.Ordinal);
    }

    [ZooKeeperFact]
    public async Task A_silo_does_not_start_with_a_refused_digest_and_says_why()
    {
        var zooKeeper = shared.NewConnectionString();
        await using var owner = Tables.Open(zooKeeper, "cluster", options => (options.DigestUser, options.DigestPassword) = ("silos", "secret"));
        await owner.InitializeMembershipTableAsync(true);
        using var silo = Hosts.Silo(zooKeeper, "cluster", ("DigestUser", "silos"), ("DigestPassword", "guess"));

        var failure = await Eventually.EndAsync("the start to fail", Assert.ThrowsAnyAsync<Exception>(() => silo.StartAsync()));

        Assert.Contains("ZooKeeper refuses the digest of user 'silos' at /cluster", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("guess", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_cannot_work_are_refused_before_the_start()
    {
        (string ConnectionString, (string, string)[] Settings, string Message)[] wrong =
        [
            ("", [], "ConnectionString must name the ZooKeeper ensemble"),
            ("host:0", [], "a port is from 1 to 65535, not 0"),
            ("localhost", [("SessionTimeout", "00:00:00.5")], "SessionTimeout must be from 00:00:01 to 00:10:00, not 00:00:00.5"),
            ("localhost", [("DigestUser", "silos")], "DigestUser and DigestPassword need each other"),
            ("localhost", [("DigestUser", "a:b"), ("DigestPassword", "c")], "can't have a colon"),
        ];
        foreach (var (connectionString, settings, message) in wrong)
        {
            using var silo = Hosts.Silo(connectionString, "cluster", settings);
            Assert.Contains(message, (await Assert.ThrowsAsync<OptionsValidationException>(() => silo.StartAsync())).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_option_is_taken_from_the_configuration()
    {
        using var silo = Hosts.Silo(
            "a:1,b:2/c", "cluster", ("SessionTimeout", "00:00:07"), ("DigestUser", "user"), ("DigestPassword", "password"), ("Tls:TrustedCertificatesFile", "/ca"), ("Tls:ClientCertificateFile", "/c"),
            ("Tls:ClientKeyFile", "/k"), ("Tls:TargetHost", "t"), ("Tls:CheckRevocation", "true"), ("Tls:Enabled", "false"));

        var options = silo.Services.GetRequiredService<IOptions<ZooKeeperClusteringSiloOptions>>().Value;

        Assert.Equal(("a:1,b:2/c", TimeSpan.FromSeconds(7), "user", "password"), (options.ConnectionString, options.SessionTimeout, options.DigestUser, options.DigestPassword));
        Assert.Equal(("/ca", "/c", "/k", "t", true, false), (options.Tls!.TrustedCertificatesFile, options.Tls.ClientCertificateFile, options.Tls.ClientKeyFile, options.Tls.TargetHost, options.Tls.CheckRevocation, options.Tls.Enabled));
        Assert.IsType<ZooKeeperBasedMembershipTable>(silo.Services.GetRequiredService<IMembershipTable>());
        using var client = Hosts.Client("localhost", "cluster");
        Assert.IsType<ZooKeeperGatewayListProvider>(client.Services.GetRequiredService<IGatewayListProvider>());
    }

    // Calls until each of these silos has answered, and none other does any more.
    private static async Task CalledAsync(IHost client, params IHost[] silos)
    {
        var grains = client.Services.GetRequiredService<IClusterClient>();
        var expected = silos.Select(silo => silo.Address().ToParsableString()).Order(StringComparer.Ordinal).ToList();
        var key = 0L;
        await Eventually.ReachAsync(
            $"answers from {string.Join(", ", expected)}",
            async () => string.Join(", ", (await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => TryCallAsync(grains, Interlocked.Increment(ref key))))).Distinct().Order(StringComparer.Ordinal)),
            seen => seen == string.Join(", ", expected));
    }

    private static async Task<string> TryCallAsync(IClusterClient client, long key)
    {
        try
        {
            return await client.GetGrain<IWhereGrain>(key).WhereAsync();
        }
        catch (Exception failure) when (failure is OrleansException or TimeoutException)
        {
            return failure.Message;
        }
    }

    private static Task<SiloStatus?> StatusAsync(IHost at, IHost of, SiloStatus status) => Eventually.ReachAsync(
        $"{of.Address()} to be {status}", async () => (await at.Table().ReadAllAsync()).TryGet(of.Address())?.Item1.Status, seen => seen == status);

    private static async Task ReadUntilItFailsAsync(IMembershipTable table)
    {
        while (true)
            await table.ReadAllAsync();
    }
}
