using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.TestingHost;
using ShellCorp.Live;
using ShellCorp.Web.Hosting;

namespace ShellCorp.Web.Tests.Scripted;

/// <summary>The web client on a real Kestrel at a free port, before an Orleans cluster in this process whose grains answer from a script.</summary>
public sealed class ScriptedSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ScriptedSite(InProcessTestCluster cluster, WebApplication app, Script script, Uri address)
    {
        (Cluster, _app, Script, Address) = (cluster, app, script, address);
        Http = new HttpClient { BaseAddress = address };
    }

    public InProcessTestCluster Cluster { get; }

    public Script Script { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<ScriptedSite> StartAsync(Script? script = null, Action<WebApplicationBuilder>? configure = null, string url = "http://127.0.0.1:0")
    {
        script ??= new();
        var clusters = new InProcessTestClusterBuilder(1);
        clusters.ConfigureSilo((_, silo) => silo.Services
            .AddSingleton(script)
            // The product's grains are in this process too, for the tests of the whole; where both are there, theirs are taken.
            .PostConfigure<GrainTypeOptions>(options => options.Classes.RemoveWhere(type => type.Namespace?.StartsWith("ShellCorp.Grains", StringComparison.Ordinal) is true)));
        var cluster = clusters.Build();
        await cluster.DeployAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // The static files' manifests are named after the assembly that they belong to.
            ApplicationName = typeof(WebHosting).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Production",
        });
        builder.WebHost.UseUrls(url);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton(cluster.Client);
        builder.Services.AddSingleton<IGrainFactory>(cluster.Client);
        configure?.Invoke(builder);
        builder.AddShellCorpWeb();
        var app = builder.Build();
        app.MapShellCorpWeb();
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new(cluster, app, script, new Uri(addresses.First()));
    }

    /// <summary>Publishes changes through the hub grain, as matches and players do.</summary>
    public Task PublishAsync(LiveChanges changes) =>
        Cluster.Client.GetGrain<ILiveHubGrain>(0).PublishAsync(changes, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Cluster.DisposeAsync();
    }
}
