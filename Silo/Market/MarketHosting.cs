using System.Data.Common;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Oltp.Migrations;
using Oltp.Sessions;
using ShellCorp.Grains.Market;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Silo.Market;

/// <summary>Chooses where the market is kept.</summary>
public static class MarketHosting
{
    /// <summary>PostgreSQL where section <c>ShellCorp:Postgres</c> names servers, and this process's memory otherwise.</summary>
    public static ISiloBuilder AddMarket(this ISiloBuilder silo)
    {
        ArgumentNullException.ThrowIfNull(silo);
        if (PostgresHosting.IsSet(silo.Configuration))
        {
            silo.Services.AddPostgres(silo.Configuration);
            silo.Services.TryAddSingleton(provider => new MarketDatabase(() => OpenAsync(provider)));
        }
        else
        {
            silo.Services.TryAddSingleton<EmbeddedMarket>();
            silo.Services.TryAddSingleton(provider => new MarketDatabase(provider.GetRequiredService<EmbeddedMarket>().OpenAsync));
        }

        silo.Services.TryAddSingleton<IMarketDatabase>(provider => provider.GetRequiredService<MarketDatabase>());
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, MarketStart>();
        silo.Services.AddHostedService<MarketCleaningService>();
        return silo;
    }

    /// <summary>Sends what happens in the market to the log, in whichever silo holds a part of the outbox.</summary>
    public static ISiloBuilder AddMarketRelay(this ISiloBuilder silo)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.Services.AddOptionsWithValidateOnStart<OutboxOptions, OutboxOptionsValidator>().BindConfiguration(OutboxOptions.Section);
        silo.Services.TryAddSingleton<IMarketLog, KafkaMarketLog>();
        silo.Services.TryAddSingleton<OutboxRelay>();
        silo.Services.AddHostedService<OutboxRelayService>();
        return silo;
    }

    /// <summary>The market's database, brought up to date.</summary>
    internal static async Task<IOltpDatabase> OpenAsync(DbDataSource source, ILoggerFactory logs, TimeSpan? patience = null)
    {
        await PostgresMigrator.MigrateAsync(source, MarketSchema.Steps, logs, CancellationToken.None);
        return new PostgresDatabase(source, patience);
    }

    /// <summary>The market's database on the servers that are configured, brought up to date.</summary>
    internal static Task<IOltpDatabase> OpenAsync(IServiceProvider services)
    {
        var servers = services.GetRequiredService<IPostgresServers>();
        return OpenAsync(servers.Market, services.GetRequiredService<ILoggerFactory>(), servers.Patience);
    }
}
