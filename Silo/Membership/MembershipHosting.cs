using System.Net;
using Orleans.Configuration;
using Orleans.Versions.Compatibility;
using Orleans.Versions.Selector;
using Orleans.Runtime.MembershipService.SiloMetadata;
using ShellCorp.Grains.Placement;
using ShellCorp.Silo.Drain;
using ShellCorp.Silo.Hosting;

namespace ShellCorp.Silo.Membership;

/// <summary>Chooses where silos meet.</summary>
public static class MembershipHosting
{
    /// <summary>The configuration section of ZooKeeper; its keys are those of <see cref="ZooKeeperClusteringSiloOptions"/>.</summary>
    public const string Section = "ShellCorp:ZooKeeper";

    /// <summary>ZooKeeper, or the first silo on this machine. Each silo publishes its roles.</summary>
    public static ISiloBuilder UseMembership(this ISiloBuilder silo, SiloParts parts)
    {
        ArgumentNullException.ThrowIfNull(silo);
        ArgumentNullException.ThrowIfNull(parts);
        var options = ShellCorpSiloOptionsValidator.Read(silo.Configuration);
        silo.UseSiloMetadata(PublishedRoles.Metadata(options));
        silo.Services.AddSingleton<ISiloRoles, PublishedRoles>();
        // Old and new silos serve side by side: a caller's contract is served by its own version or a later one, whichever silo has it.
        silo.Configure<GrainVersioningOptions>(versions =>
            (versions.DefaultCompatibilityStrategy, versions.DefaultVersionSelectorStrategy) = (nameof(BackwardCompatible), nameof(AllCompatibleVersions)));
        return parts.HasZooKeeper ? silo.UseZooKeeper(options) : silo.UseFirstSilo(options);
    }

    /// <summary>For a client of the silos: those that ZooKeeper knows, or the first one on this machine.</summary>
    internal static IClientBuilder UseMembership(this IClientBuilder client)
    {
        var options = ShellCorpSiloOptionsValidator.Read(client.Configuration);
        if (string.IsNullOrWhiteSpace(client.Configuration[$"{Section}:ConnectionString"]))
            return client.UseLocalhostClustering(options.GatewayPort, options.ServiceId, options.ClusterId);
        return client
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ServiceId))
            .UseZooKeeperClustering(client.Configuration.GetSection(Section));
    }

    private static ISiloBuilder UseZooKeeper(this ISiloBuilder silo, ShellCorpSiloOptions options) => silo
        .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ServiceId))
        .Configure<EndpointOptions>(endpoints => Listen(endpoints, options))
        .UseZooKeeperClustering(silo.Configuration.GetSection(Section))
        .AddElasticity();

    private static ISiloBuilder UseFirstSilo(this ISiloBuilder silo, ShellCorpSiloOptions options) => silo.UseLocalhostClustering(
        options.SiloPort,
        options.GatewayPort,
        new IPEndPoint(IPAddress.Loopback, options.PrimarySiloPort ?? options.SiloPort),
        options.ServiceId,
        options.ClusterId);

    private static void Listen(EndpointOptions endpoints, ShellCorpSiloOptions options)
    {
        (endpoints.SiloPort, endpoints.GatewayPort) = (options.SiloPort, options.GatewayPort);
        if (options.AdvertisedAddress is null || !IPAddress.TryParse(options.AdvertisedAddress, out var address))
            return;
        endpoints.AdvertisedIPAddress = address;
        // What others reach through a loopback address is on this machine, and nobody else needs to get in.
        var listen = IPAddress.IsLoopback(address) ? address : IPAddress.Any;
        endpoints.SiloListeningEndpoint = new(listen, options.SiloPort);
        endpoints.GatewayListeningEndpoint = new(listen, options.GatewayPort);
    }
}
