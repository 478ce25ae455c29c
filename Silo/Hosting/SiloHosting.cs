using System.Net;
using Microsoft.Extensions.Configuration;
using ShellCorp.Grains.Hosting;
using ShellCorp.Silo.Kafka;
using ShellCorp.Silo.Market;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Silo.Hosting;

/// <summary>Composes a silo of its subsystems.</summary>
public static class SiloHosting
{
    /// <summary>Adds an Orleans silo with the product's grains, fed by Kafka, as section <c>ShellCorp</c> of the configuration says.</summary>
    public static HostApplicationBuilder AddShellCorpSilo(this HostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptionsWithValidateOnStart<ShellCorpSiloOptions, ShellCorpSiloOptionsValidator>().BindConfiguration(ShellCorpSiloOptions.Section);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddKafkaLog();
        builder.UseOrleans(silo => silo.UseEmbeddedCluster(builder.Configuration).AddShellCorp());
        return builder;
    }

    /// <summary>Adds the product to a silo whose membership is somebody else's: storage, streams and grains.</summary>
    public static ISiloBuilder AddShellCorp(this ISiloBuilder silo) => silo.AddGrainStates().AddMarket().AddEventStreams().AddShellCorpGrains();

    private static ISiloBuilder UseEmbeddedCluster(this ISiloBuilder silo, ConfigurationManager configuration)
    {
        var options = configuration.GetSection(ShellCorpSiloOptions.Section).Get<ShellCorpSiloOptions>() ?? new();
        return silo.UseLocalhostClustering(
            options.SiloPort,
            options.GatewayPort,
            new IPEndPoint(IPAddress.Loopback, options.PrimarySiloPort ?? options.SiloPort),
            serviceId: options.ClusterId,
            clusterId: options.ClusterId);
    }
}
