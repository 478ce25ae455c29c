using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Runtime.Placement;
using Orleans.TestingHost;
using ShellCorp.Cluster.TestSilo.Calls;
using ShellCorp.Silo.Drain;

namespace ShellCorp.Cluster.Tests.Elasticity.Drains;

/// <summary>Silos in this process that leave as those of production do; they have no log to read and no database.</summary>
internal sealed class ElasticCluster : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shellcorp-drains-").FullName;
    private readonly CallLog _calls;
    private readonly InProcessTestCluster _cluster;

    private ElasticCluster(short silos, Action<DrainOptions> configure)
    {
        _calls = new(_folder);
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddElasticity();
            // The shortest there is.
            silo.Services.Configure<DrainOptions>(drain => drain.GatewayNotice = TimeSpan.FromSeconds(5)).Configure(configure);
            silo.Services.AddSingleton(Gate).AddSingleton(_calls).AddSingleton<ILoggerProvider>(Log);
        });
        builder.ConfigureClient(client => client.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = Eventually.Patience));
        _cluster = builder.Build();
    }

    /// <summary>Holds the calls of <see cref="IMeetingGrain"/>.</summary>
    public Gate Gate { get; } = new();

    /// <summary>What the silos log.</summary>
    public LogLines Log { get; } = new();

    /// <summary>The calls that ran, see <see cref="CallLog"/>.</summary>
    public string CallLogFolder => _folder;

    public IReadOnlyList<InProcessSiloHandle> Silos => _cluster.Silos;

    public IGrainFactory Grains => _cluster.Client;

    public static async Task<ElasticCluster> StartAsync(short silos, Action<DrainOptions>? configure = null)
    {
        var cluster = new ElasticCluster(silos, configure ?? (_ => { }));
        await cluster._cluster.DeployAsync();
        return cluster;
    }

    /// <summary>The silo stops as by <c>SIGTERM</c>.</summary>
    public Task DrainAsync(InProcessSiloHandle silo) => _cluster.StopSiloAsync(silo);

    /// <summary>Has a grain activated on a certain silo.</summary>
    public async Task PlaceAsync(GrainId grain, InProcessSiloHandle silo)
    {
        RequestContext.Set(IPlacementDirector.PlacementHintKey, silo.SiloAddress);
        await Grains.GetGrain<IMeetingGrain>(grain).TellAsync();
        RequestContext.Clear();
        Assert.Same(silo, Where(grain));
    }

    /// <summary>The silo that a grain is on.</summary>
    public InProcessSiloHandle Where(GrainId grain) => Silos.Single(silo => Activations(silo).Any(activation => activation.GrainId == grain));

    /// <summary>How many activations a silo has.</summary>
    public int CountActivations(InProcessSiloHandle silo) => Activations(silo).Count;

    private IReadOnlyCollection<IGrainContext> Activations(InProcessSiloHandle silo) =>
        _cluster.GetSiloServiceProvider(silo.SiloAddress).GetRequiredService<ActivationBook>().ToSnapshot();

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _calls.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
