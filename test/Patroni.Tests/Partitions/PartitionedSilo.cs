using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.Storage;
using Orleans.TestingHost;
using Patroni.Partitions;
using Patroni.Tests.Clusters;
using ShellCorp.Grains.Storage;
using ShellCorp.Silo.Storage;

namespace Patroni.Tests.Partitions;

/// <summary>A silo that keeps grain state in four partitions over both scopes, in a database of its own there.</summary>
internal sealed class PartitionedSilo : IAsyncDisposable
{
    public const int Partitions = 4;

    private readonly SharedClusters _clusters;
    private readonly InProcessTestCluster _silo;
    private readonly PartitionSettings _settings;

    private PartitionedSilo(SharedClusters clusters, InProcessTestCluster silo, PartitionSettings settings) => (_clusters, _silo, _settings) = (clusters, silo, settings);

    public IGrainStorage Storage => Services.GetRequiredKeyedService<IGrainStorage>(GrainStores.Default);

    public PatroniPostgres Servers => Services.GetRequiredService<PatroniPostgres>();

    /// <summary>The silo's settings, as a command takes them.</summary>
    public IEnumerable<string> Arguments => _settings.Pairs(_clusters.ZooKeeper.Port).SelectMany(pair => (string[])[$"--{pair.Key}", pair.Value!]);

    private IServiceProvider Services => _silo.GetSiloServiceProvider(_silo.Silos[0].SiloAddress);

    /// <summary>Starts one on databases of its own.</summary>
    public static async Task<PartitionedSilo> StartAsync(SharedClusters clusters)
    {
        var settings = PartitionSettings.New();
        foreach (var cluster in (PatroniCluster[])[clusters.Market, clusters.Second])
            await cluster.CreateDatabaseAsync(settings.Database);
        return await StartAsync(clusters, settings, clusters.ZooKeeper.Port);
    }

    /// <summary>Starts another one on the same databases.</summary>
    /// <param name="zooKeeperPort">Its way to ZooKeeper.</param>
    public Task<PartitionedSilo> StartAnotherAsync(int zooKeeperPort) => StartAsync(_clusters, _settings, zooKeeperPort);

    /// <summary>The rows of a partition in a scope, straight from its table.</summary>
    public async Task<long> RowsAsync(string scope, int partition)
    {
        await using var command = Servers.Scopes[scope].CreateCommand("SELECT count(*) FROM grainstate WHERE partition_of(substr(grainidextensionstring, 2)) = @partition");
        command.Parameters.Add(new NpgsqlParameter("partition", partition));
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The mover, as a command makes it, that may crash after a step.</summary>
    public PartitionMover Mover(Func<MoveStep, Task>? reached = null)
    {
        var mover = Servers.Mover("the test", TimeProvider.System);
        mover.Reached = reached;
        return mover;
    }

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    private static async Task<PartitionedSilo> StartAsync(SharedClusters clusters, PartitionSettings settings, int zooKeeperPort)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.Options.ServiceId = "partitions";
        builder.ConfigureSiloHost((_, host) => host.Configuration.AddInMemoryCollection(settings.Pairs(zooKeeperPort)));
        builder.ConfigureSilo((_, silo) => silo.AddGrainStates());
        var silo = builder.Build();
        await silo.DeployAsync();
        return new(clusters, silo, settings);
    }
}
