using System.Globalization;
using Kafka.Embedded;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Storage;
using Orleans.TestingHost;
using ShellCorp.AppHost.Running;
using ShellCorp.Grains.Counters;
using ShellCorp.Grains.Storage;
using ShellCorp.Silo.Hosting;
using ShellCorp.Silo.Kafka;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Cluster.Tests.Systems;

/// <summary>Several silos that can be killed, on embedded brokers, with one storage that outlives them.</summary>
internal sealed class ClusterSystem : IAsyncDisposable
{
    private readonly EmbeddedKafka _brokers = EmbeddedBrokers.Start();

    private ClusterSystem(short silos, TimeSpan? maxEventDeliveryTime, int backlogBytes, string? postgres)
    {
        Kafka = new() { BootstrapServers = _brokers.BootstrapServers };
        Log = new(Kafka, TimeProvider.System);
        var cells = new EmbeddedGrainStorage.Cells();
        var counters = new PnCounterMaps();
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSiloHost((_, host) =>
        {
            host.Configuration.AddInMemoryCollection(
            [
                new($"{KafkaOptions.Section}:BootstrapServers", _brokers.BootstrapServers),
                new($"{KafkaOptions.Section}:IsEmbedded", "true"),
                new($"{KafkaOptions.Section}:BacklogBytesPerPartition", backlogBytes.ToString(CultureInfo.InvariantCulture)),
                new($"{PostgresOptions.Section}:{nameof(PostgresOptions.ConnectionString)}", postgres),
            ]);
            host.AddKafkaLog();
        });
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(cells);
            silo.Services.AddSingleton(counters);
            silo.Services.AddSingleton<EmbeddedGrainStorage>();
            silo.Services.AddSingleton(StorageFault);
            silo.Services.AddKeyedSingleton<IGrainStorage, FaultyStorage>(GrainStores.Default);
            silo.AddShellCorp();
            if (maxEventDeliveryTime is { } time)
                silo.Services.ConfigureAll<StreamPullingAgentOptions>(options => options.MaxEventDeliveryTime = time);
        });
        Cluster = builder.Build();
    }

    public KafkaOptions Kafka { get; }

    public LogInspector Log { get; }

    public InProcessTestCluster Cluster { get; }

    public FaultyStorage.Switch StorageFault { get; } = new();

    public IGrainFactory Grains => Cluster.Client;

    public static async Task<ClusterSystem> StartAsync(short silos, TimeSpan? maxEventDeliveryTime = null, int backlogBytes = 2_000_000, string? postgres = null)
    {
        var system = new ClusterSystem(silos, maxEventDeliveryTime, backlogBytes, postgres);
        await system.Cluster.DeployAsync();
        return system;
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
            Assert.Fail($"Waiting for all consumer groups to finish: expected lag 0, saw {lag} after {Patience.Limit}: {await BehindAsync()}.");
        }
    }

    private async Task<string> BehindAsync()
    {
        var behind = new List<string>();
        foreach (var group in ConsumedTopics.All(Kafka))
            behind.AddRange((await Log.GetLagAsync(group)).Where(lag => lag.Value > 0).Select(lag => $"{group.GroupId} {lag.Value} of {lag.Key}"));
        return string.Join(", ", behind);
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        Log.Dispose();
        await _brokers.DisposeAsync();
    }
}
