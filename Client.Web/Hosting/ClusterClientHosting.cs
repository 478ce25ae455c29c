using System.Net;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace ShellCorp.Web.Hosting;

/// <summary>Adds the Orleans client of a web server that runs apart from the silos.</summary>
public static class ClusterClientHosting
{
    private const string ZooKeeper = "ShellCorp:ZooKeeper";
    private const string GatewaysKey = $"{ClusterClientOptions.Section}:{nameof(ClusterClientOptions.Gateways)}";

    /// <summary>
    /// Adds the client as configured in <c>ShellCorp:Orleans</c>, which is validated at start: with the gateways given there, or those that
    /// <c>ShellCorp:ZooKeeper</c> knows. The site is served while the cluster can't be reached.
    /// </summary>
    public static WebApplicationBuilder AddShellCorpClusterClient(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<ClusterClientOptions, ClusterClientOptionsValidator>().BindConfiguration(ClusterClientOptions.Section);
        // Without it the pages would wait for the cluster; they tell its state instead.
        builder.Services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
        builder.Services.AddOptions<ClusterOptions>().Configure<IOptions<ClusterClientOptions>>(
            (cluster, options) => (cluster.ClusterId, cluster.ServiceId) = (options.Value.ClusterId, options.Value.ServiceId));
        builder.UseOrleansClient(client => client.UseGateways().UseConnectionRetryFilter<ClusterConnectRetry>());
        return builder;
    }

    private static IClientBuilder UseGateways(this IClientBuilder client)
    {
        var isGiven = client.Configuration.GetSection(GatewaysKey).GetChildren().Any();
        if (!isGiven && !string.IsNullOrWhiteSpace(client.Configuration[$"{ZooKeeper}:ConnectionString"]))
            return client.UseZooKeeperClustering(client.Configuration.GetSection(ZooKeeper));
        if (!isGiven && !new ShellCorpProfile(client.Configuration["ShellCorp:Profile"] ?? "").KeepsNothing)
        {
            client.Services.AddOptions<ClusterClientOptions>().Validate(
                _ => false, $"{ZooKeeper}:ConnectionString is not set: ShellCorp:Profile is Cluster, whose gateways are found through ZooKeeper; set it, or {GatewaysKey}:0.");
        }

        return client.UseStaticClustering(gateways => gateways.Configure<IOptions<ClusterClientOptions>>((list, options) => list.Gateways = Gateways(options.Value)));
    }

    private static List<Uri> Gateways(ClusterClientOptions options) =>
        [.. options.Gateways.DefaultIfEmpty(ClusterClientOptions.DefaultGateway).Select(gateway => IPEndPoint.Parse(gateway).ToGatewayUri())];
}
