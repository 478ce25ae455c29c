using System.Collections.Immutable;
using System.Globalization;
using Kafka.Embedded;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Postgres.TestServer;
using ShellCorp.AppHost.Running;
using ShellCorp.Cluster.TestSilo;
using ShellCorp.Cluster.Tests.Systems;
using ShellCorp.Feeds;
using ShellCorp.Silo.Kafka;
using ZooKeeper.Tests.Servers;
using FreePorts = ZooKeeper.Tests.Servers.FreePorts;

namespace ShellCorp.Cluster.Tests.Processes;

/// <summary>
/// Silos in processes of their own, their membership in a real ZooKeeper, their state in a real PostgreSQL, and their log in brokers that the
/// test's process runs, which also has the client.
/// </summary>
internal sealed class ProcessCluster : IAsyncDisposable
{
    private const int Tries = 5;
    private static readonly TimeSpan GatewayRefresh = TimeSpan.FromSeconds(15);

    private readonly EmbeddedKafka _brokers = EmbeddedBrokers.Start();
    private readonly List<HostProcess> _silos = [];
    private readonly List<HostProcess> _webs = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("shellcorp-cluster-").FullName;
    private readonly PostgresServer _postgres;
    private readonly Dictionary<string, string> _settings;
    private IHost? _client;

    private ProcessCluster(ZooKeeperServer zooKeeper, PostgresServer postgres)
    {
        (Server, _postgres) = (zooKeeper, postgres);
        ZooKeeper = ZooKeeperProxy.Start(zooKeeper);
        Kafka = new() { BootstrapServers = _brokers.BootstrapServers };
        Log = new(Kafka, TimeProvider.System);
        _settings = new(StringComparer.Ordinal)
        {
            ["ShellCorp:Profile"] = "Cluster",
            ["ShellCorp:ZooKeeper:ConnectionString"] = ZooKeeper.ConnectionString,
            ["ShellCorp:ZooKeeper:SessionTimeout"] = "00:00:04",
            ["ShellCorp:Kafka:BootstrapServers"] = _brokers.BootstrapServers,
            ["ShellCorp:Kafka:IsEmbedded"] = "true",
            ["ShellCorp:Postgres:ConnectionString"] = postgres.ConnectionString,
            ["ShellCorp:Silo:AdvertisedAddress"] = "127.0.0.1",
            ["ShellCorp:Drain:Timeout"] = "00:02:30",
            ["ShellCorp:Drain:GatewayNotice"] = "00:00:08",
            [TestParts.CallLogKey] = _folder,
        };
    }

    /// <summary>The server that silos reach through <see cref="ZooKeeper"/>.</summary>
    public ZooKeeperServer Server { get; }

    /// <summary>The way of silos and client to ZooKeeper; it can be cut.</summary>
    public ZooKeeperProxy ZooKeeper { get; }

    public KafkaOptions Kafka { get; }

    public LogInspector Log { get; }

    public string CallLogFolder => _folder;

    public IReadOnlyList<HostProcess> Silos => _silos;

    public IGrainFactory Grains => _client!.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Servers without any silo.</summary>
    public static async Task<ProcessCluster> CreateAsync() => new(await ZooKeeperServer.StartAsync(), await PostgresServer.StartAsync());

    /// <summary>Servers, silos and a client.</summary>
    public static async Task<ProcessCluster> StartAsync(int silos)
    {
        var cluster = await CreateAsync();
        await cluster.AddAsync(silos);
        await cluster.ConnectAsync();
        return cluster;
    }

    /// <summary>Adds silos; they serve when this returns.</summary>
    public async Task AddAsync(int silos, params (string Key, string Value)[] settings)
    {
        foreach (var starting in Enumerable.Range(0, silos).Select(_ => AddAsync(isNext: false, settings)).ToList())
            await starting;
    }

    /// <summary>Adds a silo of the next version.</summary>
    public Task AddNextAsync(params (string Key, string Value)[] settings) => AddAsync(isNext: true, settings);

    /// <summary>Starts a silo that isn't expected to serve.</summary>
    public HostProcess Launch(params (string Key, string Value)[] settings) => Launch(isNext: false, settings);

    /// <summary>Starts a web server, which finds the silos by ZooKeeper.</summary>
    public HostProcess LaunchWeb(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(_settings, StringComparer.Ordinal);
        foreach (var (key, value) in settings)
            all[key] = value;
        var web = HostProcess.StartWeb(all);
        _webs.Add(web);
        return web;
    }

    /// <summary>The settings of a silo, as arguments of its program.</summary>
    public IEnumerable<string> Arguments => _settings.Select(setting => $"--{setting.Key}={setting.Value}");

    public string PostgresConnectionString => _postgres.ConnectionString;

    /// <summary>Connects the client.</summary>
    public async Task ConnectAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleansClient(client => client
            .UseZooKeeperClustering(options => options.ConnectionString = ZooKeeper.ConnectionString)
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("shellcorp", "shellcorp"))
            .Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = GatewayRefresh)
            .Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = Patience.Limit));
        _client = builder.Build();
        await _client.StartAsync();
    }

    /// <summary>Waits until nothing is on its way any more.</summary>
    public async Task SettleAsync()
    {
        using var limit = new CancellationTokenSource(Patience.Limit);
        var lag = -1L;
        try
        {
            await new Quiescence(Log, Kafka, TimeProvider.System).WaitAsync(now => lag = now, limit.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"Waiting for all consumer groups to finish: expected lag 0, saw {lag} after {Patience.Limit}.{Environment.NewLine}{string.Join(Environment.NewLine, _silos)}");
        }
    }

    /// <summary>The grains say of these matches what the test counted itself, and nothing was dead-lettered.</summary>
    public async Task<Outcome> MustBeWholeAsync(ImmutableArray<FeedMatch> matches)
    {
        var outcome = await Outcome.ReadAsync(Grains, matches.Select(match => match.MatchId));
        outcome.MustBe(matches.Select(ExpectedMatch.Of));
        var dead = await Log.GetEndOffsetsAsync(LogTopics.Events.Select(topic => topic + LogTopics.DeadLetterSuffix));
        Assert.Equal(0, dead.Values.Sum());
        return outcome;
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is not null)
        {
            await _client.StopAsync();
            _client.Dispose();
        }

        foreach (var process in _webs.Concat(_silos))
            await process.DisposeAsync();
        await ZooKeeper.DisposeAsync();
        await Server.DisposeAsync();
        await _postgres.DisposeAsync();
        Log.Dispose();
        await _brokers.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private HostProcess Launch(bool isNext, (string Key, string Value)[] settings)
    {
        var ports = FreePorts.Take(2);
        var all = new Dictionary<string, string>(_settings, StringComparer.Ordinal)
        {
            ["ShellCorp:Silo:SiloPort"] = ports[0].ToString(CultureInfo.InvariantCulture),
            ["ShellCorp:Silo:GatewayPort"] = ports[1].ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        var silo = HostProcess.StartSilo(all, ports[0], isNext);
        _silos.Add(silo);
        return silo;
    }

    private async Task AddAsync(bool isNext, (string Key, string Value)[] settings)
    {
        for (var attempt = 1; ; attempt++)
        {
            var silo = Launch(isNext, settings);
            if (await silo.ServesAsync())
                return;
            // Somebody was faster at one of the ports.
            Assert.True(attempt < Tries && silo.Says("ddress already in use"), $"silo {silo.Address} ended instead of serving:{Environment.NewLine}{silo}");
            _silos.Remove(silo);
        }
    }
}
