using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Messaging;
using Orleans.Runtime.Membership;

namespace Orleans.Hosting;

/// <summary>Puts an Orleans cluster's membership into ZooKeeper.</summary>
public static class ZooKeeperHostingExtensions
{
    /// <summary>The silo takes part in a cluster whose membership is in ZooKeeper.</summary>
    /// <param name="builder">The silo's builder.</param>
    /// <param name="configureOptions">Sets the options; at least the connection string.</param>
    public static ISiloBuilder UseZooKeeperClustering(this ISiloBuilder builder, Action<ZooKeeperClusteringSiloOptions> configureOptions) =>
        builder.UseZooKeeperClustering((OptionsBuilder<ZooKeeperClusteringSiloOptions> options) => Configure(options, configureOptions));

    /// <summary>The silo takes part in a cluster whose membership is in ZooKeeper.</summary>
    /// <param name="builder">The silo's builder.</param>
    /// <param name="configureOptions">Sets or binds the options; at least the connection string.</param>
    public static ISiloBuilder UseZooKeeperClustering(this ISiloBuilder builder, Action<OptionsBuilder<ZooKeeperClusteringSiloOptions>> configureOptions) =>
        builder.ConfigureServices(services =>
        {
            AddOptions(services, configureOptions, prefix: null);
            services.AddSingleton<IMembershipTable, ZooKeeperBasedMembershipTable>();
        });

    /// <summary>The silo takes part in a cluster whose membership is in ZooKeeper, as a section of the configuration says; what it refuses is named by the section's keys.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">Its keys are the options' names.</param>
    public static ISiloBuilder UseZooKeeperClustering(this ISiloBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.ConfigureServices(services =>
        {
            AddOptions<ZooKeeperClusteringSiloOptions>(services, options => options.Bind(section), section.Path + ":");
            services.AddSingleton<IMembershipTable, ZooKeeperBasedMembershipTable>();
        });
    }

    /// <summary>The client finds its gateways in ZooKeeper.</summary>
    /// <param name="builder">The client's builder.</param>
    /// <param name="configureOptions">Sets the options; at least the connection string.</param>
    public static IClientBuilder UseZooKeeperClustering(this IClientBuilder builder, Action<ZooKeeperGatewayListProviderOptions> configureOptions) =>
        builder.UseZooKeeperClustering((OptionsBuilder<ZooKeeperGatewayListProviderOptions> options) => Configure(options, configureOptions));

    /// <summary>The client finds its gateways in ZooKeeper.</summary>
    /// <param name="builder">The client's builder.</param>
    /// <param name="configureOptions">Sets or binds the options; at least the connection string.</param>
    public static IClientBuilder UseZooKeeperClustering(this IClientBuilder builder, Action<OptionsBuilder<ZooKeeperGatewayListProviderOptions>> configureOptions) =>
        builder.ConfigureServices(services =>
        {
            AddOptions(services, configureOptions, prefix: null);
            services.AddSingleton<IGatewayListProvider, ZooKeeperGatewayListProvider>();
        });

    /// <summary>The client finds its gateways in ZooKeeper, as a section of the configuration says; what it refuses is named by the section's keys.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">Its keys are the options' names.</param>
    public static IClientBuilder UseZooKeeperClustering(this IClientBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.ConfigureServices(services =>
        {
            AddOptions<ZooKeeperGatewayListProviderOptions>(services, options => options.Bind(section), section.Path + ":");
            services.AddSingleton<IGatewayListProvider, ZooKeeperGatewayListProvider>();
        });
    }

    private static void Configure<TOptions>(OptionsBuilder<TOptions> options, Action<TOptions>? configure)
        where TOptions : class
    {
        if (configure is not null)
            options.Configure(configure);
    }

    private static void AddOptions<TOptions>(IServiceCollection services, Action<OptionsBuilder<TOptions>>? configure, string? prefix)
        where TOptions : ZooKeeperConnectionOptions, new()
    {
        var options = services.AddOptions<TOptions>().ValidateOnStart();
        configure?.Invoke(options);
        services.AddSingleton<IValidateOptions<TOptions>>(new ZooKeeperConnectionOptionsValidator<TOptions>(prefix ?? $"{typeof(TOptions).Name}."));
        services.ConfigureFormatter<TOptions>();
    }
}
