using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Orleans.Serialization;
using Orleans.Storage;
using ShellCorp.Grains.Storage;

namespace ShellCorp.Silo.Storage;

/// <summary>Chooses where grains keep their state.</summary>
public static class GrainStorageHosting
{
    private const string Provider = "adonet";

    /// <summary>PostgreSQL where <c>ShellCorp:Postgres:ConnectionString</c> is set, and this process's memory otherwise.</summary>
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
        silo.AddPostgres();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, GrainStateSchema>();
        services.AddAdoNetGrainStorage(Provider, options => options.Configure<NpgsqlDataSource, Serializer>((storage, database, serializer) =>
        {
            storage.Invariant = nameof(Npgsql);
            storage.DataSource = database;
            // The provider's own choice, JSON by reflection, silently loses what states keep in immutable collections.
            storage.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
        }));
        services.TryAddKeyedSingleton<IGrainStorage>(GrainStores.Default, (provider, _) => new PostgresGrainStorage(provider.GetRequiredKeyedService<IGrainStorage>(Provider)));
        return silo;
    }
}
