using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Dashboard;

namespace Orleans.Streaming.Kafka.Tests;

public sealed class DashboardTests(Broker broker)
{
    [Fact]
    public async Task Orleans_dashboard_works_beside_the_provider()
    {
        var cancellation = TestContext.Current.CancellationToken;
        KafkaScene scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        await using var owned = scene;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Host.UseOrleans((_, silo) =>
        {
            silo.UseLocalhostClustering(FreePort(), FreePort(), serviceId: scene.Topic, clusterId: scene.Topic);
            silo.AddDashboard();
            scene.AddProvider(silo, KafkaScene.Provider, _ => { });
        });
        await using var app = builder.Build();
        app.MapOrleansDashboard();
        await app.StartAsync(cancellation);
        await scene.WriteAsync("k", ["1", "2"]);
        await scene.CommittedAsync(2);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        var page = await http.GetStringAsync(new Uri("/", UriKind.Relative), cancellation);
        Assert.Contains("Orleans", page, StringComparison.OrdinalIgnoreCase);
        var counters = await http.GetStringAsync(new Uri("/DashboardCounters", UriKind.Relative), cancellation);
        Assert.Contains("totalActivationCount", counters, StringComparison.OrdinalIgnoreCase);
        await app.StopAsync(cancellation);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
