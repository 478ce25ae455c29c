using System.Globalization;
using Kafka.Embedded;
using Orleans.Streaming.Kafka;
using ShellCorp.Grains.Counters;
using ShellCorp.Grains.Streams;
using ShellCorp.Operations.Admin;
using ShellCorp.Silo.Hosting;
using ShellCorp.Silo.Kafka;
using ShellCorp.Silo.Market;
using ShellCorp.Silo.Storage;
using ShellCorp.Web.Hosting;

namespace ShellCorp.AppHost.Running;

/// <summary>Brokers, silos and the web server in one process. Everything is in memory and gone once it is disposed.</summary>
public sealed class EmbeddedSystem : IAsyncDisposable
{
    private readonly EmbeddedKafka _brokers;
    private readonly IReadOnlyList<IHost> _silos;
    private readonly EmbeddedAnalytics _analytics;
    private readonly WebApplication _web;

    private EmbeddedSystem(EmbeddedKafka brokers, IReadOnlyList<IHost> silos, EmbeddedAnalytics analytics, WebApplication web)
    {
        _brokers = brokers;
        _silos = silos;
        _analytics = analytics;
        _web = web;
    }

    /// <summary>Where the page is.</summary>
    public Uri Address => new(_web.Urls.First());

    /// <summary>Where the reports are.</summary>
    public Uri Reports => _analytics.Address;

    /// <summary>Whether the analytics worker runs; it stops where it can't go on.</summary>
    public bool HasAnalytics => _analytics.IsRunning;

    /// <summary>Where Kafka clients connect.</summary>
    public string BootstrapServers => _brokers.BootstrapServers;

    /// <summary>The streams of all silos.</summary>
    public IReadOnlyList<IKafkaStreamStatus> Streams => [.. _silos.SelectMany(silo => StreamProviders.All.Select(silo.Services.GetRequiredKeyedService<IKafkaStreamStatus>))];

    /// <summary>The web server's services, an Orleans client among them.</summary>
    public IServiceProvider Services => _web.Services;

    /// <summary>Starts everything; it serves when this returns.</summary>
    /// <param name="silos">How many silos, at least one.</param>
    /// <param name="port">The web server's port; where it is taken or 0, one that is free.</param>
    /// <param name="cancellationToken">Stops starting; what was started is stopped again.</param>
    public static Task<EmbeddedSystem> StartAsync(int silos, int port, CancellationToken cancellationToken) =>
        StartAsync(EmbeddedBrokers.Start(), silos, port, cancellationToken);

    /// <summary>The same on brokers that have a past; they are stopped with the system.</summary>
    internal static async Task<EmbeddedSystem> StartAsync(EmbeddedKafka brokers, int silos, int port, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(silos, 1);
        var started = new List<IHost>();
        try
        {
            var ports = FreePorts.Take(2 * silos);
            var state = new EmbeddedGrainStorage.Cells();
            var market = new EmbeddedMarket();
            var counters = new PnCounterMaps();
            for (var i = 0; i < silos; i++)
            {
                var silo = BuildSilo(brokers.BootstrapServers, ports[i], ports[silos + i], ports[0], state, market, counters);
                started.Add(silo);
                await silo.StartAsync(cancellationToken);
            }

            var analytics = await EmbeddedAnalytics.StartAsync(brokers.BootstrapServers, cancellationToken);
            var web = BuildWeb(brokers.BootstrapServers, ports[silos..], port);
            try
            {
                await web.StartAsync(cancellationToken);
            }
            catch
            {
                await web.DisposeAsync();
                await analytics.DisposeAsync();
                throw;
            }

            return new(brokers, started, analytics, web);
        }
        catch
        {
            await StopAsync(started);
            await brokers.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the web server, the analytics worker, the silos (the first one last, since it keeps the list of members), and the brokers.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _web.StopAsync();
            await _web.DisposeAsync();
        }
        finally
        {
            await _analytics.DisposeAsync();
            await StopAsync(_silos);
            await _brokers.DisposeAsync();
        }
    }

    private static IHost BuildSilo(
        string brokers, int siloPort, int gatewayPort, int primarySiloPort, EmbeddedGrainStorage.Cells state, EmbeddedMarket market, PnCounterMaps counters)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "ShellCorp.Silo" });
        builder.Configuration.AddRunSettings().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"{ShellCorpSiloOptions.Section}:SiloPort"] = siloPort.ToString(CultureInfo.InvariantCulture),
            [$"{ShellCorpSiloOptions.Section}:GatewayPort"] = gatewayPort.ToString(CultureInfo.InvariantCulture),
            [$"{ShellCorpSiloOptions.Section}:PrimarySiloPort"] = primarySiloPort.ToString(CultureInfo.InvariantCulture),
            [$"{KafkaOptions.Section}:BootstrapServers"] = brokers,
            [$"{KafkaOptions.Section}:IsEmbedded"] = "true",
            [$"{KafkaOptions.Section}:HasAnalytics"] = "true",
        });
        // One port serves operators, and the first silo has it.
        if (siloPort != primarySiloPort)
            builder.Configuration[$"{AdminOptions.Section}:{nameof(AdminOptions.Port)}"] = "";
        builder.Logging.AddRunLogging();
        builder.Services.AddSingleton(state);
        builder.Services.AddSingleton(market);
        builder.Services.AddSingleton(counters);
        builder.AddShellCorpSilo();
        return builder.Build();
    }

    private static WebApplication BuildWeb(string brokers, int[] gatewayPorts, int port)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(EmbeddedSystem).Assembly.GetName().Name });
        builder.Logging.ClearProviders().AddRunLogging();
        builder.WebHost.UseUrls($"http://127.0.0.1:{FreePorts.OrFree(port)}");
        builder.Configuration.AddRunSettings();
        builder.Configuration[$"{KafkaOptions.Section}:BootstrapServers"] = brokers;
        builder.Configuration[$"{KafkaOptions.Section}:HasAnalytics"] = "true";
        builder.Services.AddOptions<KafkaOptions>().BindConfiguration(KafkaOptions.Section);
        builder.Services.AddSingleton(services => services.GetRequiredService<Microsoft.Extensions.Options.IOptions<KafkaOptions>>().Value);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<LogInspector>();
        builder.UseOrleansClient(client => client.UseLocalhostClustering(gatewayPorts, "shellcorp", "shellcorp"));
        builder.AddShellCorpWeb();
        var web = builder.Build();
        web.MapShellCorpWeb();
        return web;
    }

    private static async Task StopAsync(IReadOnlyList<IHost> silos)
    {
        foreach (var silo in silos.Reverse())
        {
            await silo.StopAsync();
            silo.Dispose();
        }
    }
}
