using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Metadata;
using Orleans.Placement;
using Orleans.Runtime.GrainDirectory;
using ShellCorp.Silo.Drain.Cordons;
using ShellCorp.Silo.Drain.Turns;

namespace ShellCorp.Silo.Drain;

/// <summary>Adds what a silo needs to take its share when it joins and to hand it over when it leaves.</summary>
public static class DrainHosting
{
    /// <summary>Adds the drain, cordons and the activation rebalancer. All silos of a cluster must have them, or none.</summary>
    public static ISiloBuilder AddElasticity(this ISiloBuilder silo)
    {
        ArgumentNullException.ThrowIfNull(silo);
        var services = silo.Services;
        services.AddOptionsWithValidateOnStart<DrainOptions, DrainOptionsValidator>().BindConfiguration(DrainOptions.Section);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<DrainOptions>>().Value);
        services.AddOptions<HostOptions>().Configure<IOptions<DrainOptions>>((host, drain) => host.ShutdownTimeout = drain.Value.Timeout);
        services.AddOptions<SiloMessagingOptions>().Configure<IOptions<DrainOptions>>((messaging, drain) =>
            (messaging.ClientGatewayShutdownNotificationTimeout, messaging.MaxForwardCount) = (drain.Value.GatewayNotice, DrainOptions.MovesOfACall));
        AddCordons(silo);
        AddSteps(services);
        services.AddSingleton<SiloReadiness>();
        services.AddHealthChecks().AddCheck<SiloReadinessCheck>("silo", tags: ["ready"]);
        services.AddSingleton<DrainSequence>();
        services.AddHostedService<DrainService>();
#pragma warning disable ORLEANSEXP002 // Experimental in name; without it a new silo gets none of the activations that there are.
        return silo.AddActivationRebalancer();
#pragma warning restore ORLEANSEXP002
    }

    private static void AddCordons(ISiloBuilder silo)
    {
        var services = silo.Services;
        services.AddSingleton<CordonBook>();
        services.AddSingleton<IGrainPropertiesProvider, CordonProperties>();
        services.AddPlacementFilter<CordonFilter, CordonFilterDirector>(ServiceLifetime.Transient);
        services.AddSingleton<IGrainDirectoryCache>(provider => new CordonedDirectoryCache(
            GrainDirectoryCacheFactory.CreateGrainDirectoryCache(provider, new()), provider.GetRequiredService<CordonBook>()));
        services.Configure<GrainDirectoryOptions>(options => options.CachingStrategy = GrainDirectoryOptions.CachingStrategyType.Custom);
        services.AddSingleton<CordonServiceClient>();
        services.AddSingleton<ICordon, AnnouncedCordon>();
        silo.AddGrainService<CordonService>();
#pragma warning disable ORLEANSEXP003 // Experimental in name; with the usual directory, silos drop the activations whose entries were on a silo that leaves.
        silo.AddDistributedGrainDirectory();
#pragma warning restore ORLEANSEXP003
    }

    private static void AddSteps(IServiceCollection services)
    {
        services.AddSingleton<ActivationBook>();
        services.AddSingleton<DrainTurn>();
        services.AddSingleton<IConfigureGrainContextProvider>(provider => provider.GetRequiredService<ActivationBook>());
        services.AddSingleton<IDrainStep, NotReadyStep>();
        services.AddSingleton<IDrainStep, CordonStep>();
        services.AddSingleton<IDrainStep, RebalancingStep>();
        services.AddSingleton<IDrainStep, PartitionsStep>();
        services.AddSingleton<IDrainStep, ActivationsStep>();
    }
}
