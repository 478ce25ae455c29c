using System.Data.Common;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;
using ShellCorp.Grains.Storage;

namespace ShellCorp.Silo.Storage;

/// <summary>Chooses where grains keep their state.</summary>
public static class GrainStorageHosting
{
    /// <summary>PostgreSQL where section <c>ShellCorp:Postgres</c> names servers, and this process's memory otherwise.</summary>
    public static ISiloBuilder AddGrainStates(this ISiloBuilder silo)
    {
        ArgumentNullException.ThrowIfNull(silo);
        return PostgresHosting.IsSet(silo.Configuration) ? silo.AddPostgresStates() : silo.AddEmbeddedStates();
    }

    private static ISiloBuilder AddEmbeddedStates(this ISiloBuilder silo)
    {
        silo.Services.TryAddSingleton<EmbeddedGrainStorage.Cells>();
        silo.Services.TryAddKeyedSingleton<IGrainStorage, EmbeddedGrainStorage>(GrainStores.Default);
        return silo;
    }

    private static ISiloBuilder AddPostgresStates(this ISiloBuilder silo)
    {
        var services = silo.Services;
        silo.Services.AddPostgres(silo.Configuration);
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, GrainStateSchema>();
        string[] providers = [.. Enumerable.Range(0, PostgresHosting.Partitions(silo.Configuration)).Select(number => $"adonet-{number}")];
        foreach (var (number, name) in providers.Index())
            services.AddAdoNetGrainStorage(name, options => options.Configure<IPostgresServers, Serializer>((storage, servers, serializer) => Configure(storage, servers.Partitions[number], serializer)));
        services.TryAddKeyedSingleton<IGrainStorage>(GrainStores.Default, (provider, _) => new PostgresGrainStorage(
            [.. providers.Select(provider.GetRequiredKeyedService<IGrainStorage>)], provider.GetRequiredService<IPostgresServers>().Patience));
        return silo;
    }

    private static void Configure(AdoNetGrainStorageOptions storage, DbDataSource partition, Serializer serializer)
    {
        storage.Invariant = "Npgsql";
        storage.DataSource = partition;
        // The provider's own choice, JSON by reflection, silently loses what states keep in immutable collections.
        storage.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
    }
}
