using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Placement;
using Orleans.Storage;
using ShellCorp.Grains.Counters;
using ShellCorp.Grains.Ingest;
using ShellCorp.Grains.Live;
using ShellCorp.Grains.Log;
using ShellCorp.Grains.Market;
using ShellCorp.Grains.Metrics;
using ShellCorp.Grains.Placement;
using ShellCorp.Grains.Players;
using ShellCorp.Grains.Storage;
using ShellCorp.Grains.Streams;
using ShellCorp.Grains.Teams;
using ShellCorp.Grains.Timing;

namespace ShellCorp.Grains.Hosting;

/// <summary>Adds the domain to a silo.</summary>
public static class GrainsHostingExtensions
{
    /// <summary>
    /// Adds what the grains need, their options bound to configuration and validated at start. The host provides the rest: a storage under
    /// <see cref="GrainStores.Default"/>, <see cref="IEventLog"/>, <see cref="ILogCapacity"/>, <see cref="IMarketDatabase"/> and the stream providers of
    /// <see cref="StreamProviders"/>.
    /// </summary>
    public static ISiloBuilder AddShellCorpGrains(this ISiloBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddShellCorpGrains();
        return builder;
    }

    /// <summary>The same, on services.</summary>
    public static IServiceCollection AddShellCorpGrains(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddKeyedSingleton(GrainClock.Key, (provider, _) => provider.GetRequiredService<TimeProvider>());
        services.TryAddSingleton<TimedEventLog>();
        services.TryAddSingleton<GrainMetrics>();
        services.TryAddSingleton<ISiloRoles, AllRolesEverywhere>();
        services.AddPlacementFilter<SiloRoleFilter, SiloRoleFilterDirector>(ServiceLifetime.Transient);
        services.TryAddSingleton<IngestGate>();
        services.TryAddSingleton<KnownSheets>();
        services.TryAddKeyedSingleton(GrainStores.LiveScores, (provider, _) => provider.GetRequiredKeyedService<IGrainStorage>(GrainStores.Default));
        services.AddMarket();
        services.AddCounters();
        return services
            .AddValidated<EventLogOptions, EventLogOptionsValidator>(EventLogOptions.Section)
            .AddValidated<PlayerRatingOptions, PlayerRatingOptionsValidator>(PlayerRatingOptions.Section)
            .AddValidated<CounterOptions, CounterOptionsValidator>(CounterOptions.Section)
            .AddValidated<TeamOptions, TeamOptionsValidator>(TeamOptions.Section)
            .AddValidated<LiveOptions, LiveOptionsValidator>(LiveOptions.Section)
            .AddValidated<IngestOptions, IngestOptionsValidator>(IngestOptions.Section)
            .AddValidated<MarketOptions, MarketOptionsValidator>(MarketOptions.Section);
    }

    /// <summary>Counting, which is done where the host has an <see cref="ICounterStore"/>.</summary>
    private static void AddCounters(this IServiceCollection services)
    {
        services.TryAddSingleton<ICounterMarks, CounterMarks>();
        services.TryAddSingleton<CounterMetrics>();
        services.TryAddSingleton<CounterPump>();
    }

    /// <summary>What the market's desks are made of, all of it over the host's <see cref="IMarketDatabase"/>.</summary>
    private static void AddMarket(this IServiceCollection services)
    {
        services.TryAddSingleton<MarketRequests>();
        services.TryAddSingleton<MarketOffice>();
        services.TryAddSingleton<Accounts>();
        services.TryAddSingleton<Requirements>();
        services.TryAddSingleton<Pitches>();
        services.TryAddSingleton<Messages>();
        services.TryAddSingleton<Offers>();
        services.TryAddSingleton<Shortlists>();
        services.TryAddSingleton<PlayerSearches>();
        services.TryAddSingleton<Rankings>();
        services.TryAddSingleton<Portfolios>();
        services.TryAddSingleton<Watches>();
        services.TryAddSingleton<Alerts>();
        services.TryAddSingleton<DeskParts>();
        services.TryAddSingleton<MarketUsers>();
        services.TryAddSingleton<MarketDirectory>();
        services.TryAddSingleton<MarketCleaning>();
    }

    private static IServiceCollection AddValidated<TOptions, TValidator>(this IServiceCollection services, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, TValidator>());
        return services;
    }
}
