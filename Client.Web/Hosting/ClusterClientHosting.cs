using System.Net;
using Orleans.Configuration;

namespace ShellCorp.Web.Hosting;

/// <summary>Adds the Orleans client of a web server that runs apart from the silos.</summary>
public static class ClusterClientHosting
{
    private const string DefaultGateway = "127.0.0.1:30000";

    /// <summary>Adds the client as configured in <c>ShellCorp:Orleans</c>. The site is served while the cluster can't be reached.</summary>
    /// <exception cref="InvalidOperationException">A gateway isn't an IP address and a port.</exception>
    public static WebApplicationBuilder AddShellCorpClusterClient(this WebApplicationBuilder builder)
    {
        var options = new ClusterClientOptions();
        builder.Configuration.GetSection(ClusterClientOptions.Section).Bind(options);
        IPEndPoint[] gateways = [.. options.Gateways.DefaultIfEmpty(DefaultGateway).Select(Parse)];
        builder.Services.AddSingleton(options);
        // Without it the pages would wait for the cluster; they tell its state instead.
        builder.Services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
        builder.UseOrleansClient(client => client
            .UseStaticClustering(gateways)
            .UseConnectionRetryFilter<ClusterConnectRetry>()
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ServiceId)));
        return builder;
    }

    private static IPEndPoint Parse(string gateway) => IPEndPoint.TryParse(gateway, out var endPoint) && endPoint.Port > 0
        ? endPoint
        : throw new InvalidOperationException(
            $"{ClusterClientOptions.Section}:Gateways: '{gateway}' isn't a gateway: give an IP address and a port, such as {DefaultGateway}");
}
