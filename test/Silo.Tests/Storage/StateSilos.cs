using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;
using ShellCorp.Grains.Storage;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Silo.Tests.Storage;

/// <summary>Silos that keep states in one database.</summary>
internal sealed class StateSilos : IAsyncDisposable
{
    private StateSilos(InProcessTestCluster cluster) => Cluster = cluster;

    public InProcessTestCluster Cluster { get; }

    /// <summary>The storage as the first silo's grains see it.</summary>
    public IGrainStorage Storage => StorageOf(0);

    public static async Task<StateSilos> StartAsync(string connectionString, short silos = 1, string serviceId = "states")
    {
        var builder = new InProcessTestClusterBuilder(silos);
        builder.Options.ServiceId = serviceId;
        builder.ConfigureSiloHost((_, host) => host.Configuration.AddInMemoryCollection(
            [new($"{PostgresOptions.Section}:{nameof(PostgresOptions.ConnectionString)}", connectionString)]));
        builder.ConfigureSilo((_, silo) => silo.AddGrainStates());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster);
    }

    public IGrainStorage StorageOf(int silo) =>
        Cluster.GetSiloServiceProvider(Cluster.Silos[silo].SiloAddress).GetRequiredKeyedService<IGrainStorage>(GrainStores.Default);

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}
