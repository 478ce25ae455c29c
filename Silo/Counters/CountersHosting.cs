using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Riak.Hosting;
using ShellCorp.Grains.Counters;
using ShellCorp.Silo.Hosting;

namespace ShellCorp.Silo.Counters;

/// <summary>Chooses where counters are kept.</summary>
public static class CountersHosting
{
    private const string EmbeddedRegion = "local";

    /// <summary>
    /// Riak where <c>ShellCorp:Riak:Hosts</c> is set; otherwise this process's memory in the profile <c>Embedded</c>, and nowhere in the profile <c>Cluster</c>,
    /// whose silos share no memory.
    /// </summary>
    public static ISiloBuilder AddCounters(this ISiloBuilder silo)
    {
        ArgumentNullException.ThrowIfNull(silo);
        if (IsInRiak(silo.Configuration))
            silo.Services.AddRiakCounters();
        else if (SiloParts.ProfileOf(silo.Configuration) == SiloProfile.Embedded)
            silo.Services.AddEmbeddedCounters();
        else
            return silo;

        silo.Services.AddHostedService<CounterWatch>();
        return silo;
    }

    /// <summary>Whether counters are in Riak.</summary>
    internal static bool IsInRiak(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[RiakCounterOptions.HostsKey]);

    private static void AddRiakCounters(this IServiceCollection services)
    {
        services.AddRiakClient().BindConfiguration(RiakCounterOptions.Section);
        services.AddOptionsWithValidateOnStart<RiakCounterOptions, RiakCounterOptionsValidator>().BindConfiguration(RiakCounterOptions.Section);
        services.TryAddSingleton(provider => new CounterRegion(provider.GetRequiredService<IOptions<RiakCounterOptions>>().Value.Region));
        services.TryAddSingleton<ICounterStore, RiakCounterStore>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, RiakCountersStart>();
    }

    private static void AddEmbeddedCounters(this IServiceCollection services)
    {
        services.TryAddSingleton<PnCounterMaps>();
        services.TryAddSingleton(new CounterRegion(EmbeddedRegion));
        services.TryAddSingleton<ICounterStore, PnCounterStore>();
    }
}
