using System.Net;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace ShellCorp.Web.Hosting;

/// <summary>Adds the Orleans client of a web server that runs apart from the silos.</summary>
public static class ClusterClientHosting
{
    /// <summary>
    /// Adds the client as configured in <c>ShellCorp:Orleans</c>, which is validated at start. The site is served while the cluster can't be
    /// reached.
    /// </summary>
    public static WebApplicationBuilder AddShellCorpClusterClient(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<ClusterClientOptions, ClusterClientOptionsValidator>().BindConfiguration(ClusterClientOptions.Section);
        // Without it the pages would wait for the cluster; they tell its state instead.
        builder.Services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
        builder.Services.AddOptions<ClusterOptions>().Configure<IOptions<ClusterClientOptions>>(
            (cluster, options) => (cluster.ClusterId, cluster.ServiceId) = (options.Value.ClusterId, options.Value.ServiceId));
        builder.UseOrleansClient(client => client
            .UseStaticClustering(gateways => gateways.Configure<IOptions<ClusterClientOptions>>((list, options) => list.Gateways = Gateways(options.Value)))
            .UseConnectionRetryFilter<ClusterConnectRetry>());
        return builder;
    }

    private static List<Uri> Gateways(ClusterClientOptions options) =>
        [.. options.Gateways.DefaultIfEmpty(ClusterClientOptions.DefaultGateway).Select(gateway => IPEndPoint.Parse(gateway).ToGatewayUri())];
}
