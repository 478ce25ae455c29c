using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using ZooKeeper.Tests.Servers;

namespace Orleans.Clustering.Tests;

/// <summary>Silos and clients whose clustering comes from the configuration and from nowhere else.</summary>
internal static class Hosts
{
    internal static IHost Silo(string connectionString, string cluster, params (string Key, string Value)[] settings)
    {
        var ports = FreePorts.Take(2);
        var builder = Builder(connectionString, cluster, settings);
        builder.UseOrleans(silo => silo
            .Configure<EndpointOptions>(endpoints => (endpoints.AdvertisedIPAddress, endpoints.SiloPort, endpoints.GatewayPort) = (IPAddress.Loopback, ports[0], ports[1]))
            .Configure<ClusterMembershipOptions>(membership =>
            {
                membership.ProbeTimeout = membership.IAmAliveTablePublishTimeout = membership.TableRefreshTimeout = TimeSpan.FromSeconds(1);
                membership.NumMissedProbesLimit = 2;
                membership.NumVotesForDeathDeclaration = 1;
            }));
        return builder.Build();
    }

    internal static IHost Client(string connectionString, string cluster)
    {
        var builder = Builder(connectionString, cluster, []);
        builder.UseOrleansClient(client => client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = TimeSpan.FromSeconds(1)));
        return builder.Build();
    }

    internal static SiloAddress Address(this IHost silo) => silo.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;

    internal static IMembershipTable Table(this IHost silo) => silo.Services.GetRequiredService<IMembershipTable>();

    private static HostApplicationBuilder Builder(string connectionString, string cluster, IEnumerable<(string Key, string Value)> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Orleans:ClusterId"] = cluster,
            ["Orleans:ServiceId"] = "service",
            ["Orleans:Clustering:ProviderType"] = "ZooKeeper",
            ["Orleans:Clustering:ConnectionString"] = connectionString,
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Orleans:Clustering:" + setting.Key, (string?)setting.Value)));
        builder.Logging.SetMinimumLevel(LogLevel.None);
        return builder;
    }
}
