using System.Collections.Immutable;
using System.Globalization;
using Kafka.Embedded;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using ShellCorp.Events;
using ShellCorp.Grains.Counters;
using ShellCorp.Ingest;
using ShellCorp.Players;
using ShellCorp.Silo.Hosting;
using ShellCorp.Silo.Kafka;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Counters.Tests.Systems;

/// <summary>Silos that can be killed, on embedded brokers and one storage that outlives them, whose counters are in a <see cref="RiakTarget"/>.</summary>
internal sealed class CounterCluster : IAsyncDisposable
{
    private const int Chunk = 500;

    private readonly EmbeddedKafka _brokers = EmbeddedBrokers.Start();

    private CounterCluster(short silos, RiakTarget riak, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        Riak = riak;
        var cells = new EmbeddedGrainStorage.Cells();
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSiloHost((_, host) =>
        {
            host.Configuration.AddInMemoryCollection([.. Settings(), .. settings]);
            host.AddKafkaLog();
        });
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(cells);
            silo.AddShellCorp();
        });
        Silos = builder.Build();
    }

    public RiakTarget Riak { get; }

    public InProcessTestCluster Silos { get; }

    public IGrainFactory Grains => Silos.Client;

    /// <summary>What all silos say of their counters.</summary>
    public CounterStatus Status => Silos.Silos.Select(silo => Pump(silo).Status).Aggregate(CounterStatus.Current, (sum, status) => sum + status);

    public static async Task<CounterCluster> StartAsync(short silos, RiakTarget riak, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var cluster = new CounterCluster(silos, riak, settings);
        await cluster.Silos.DeployAsync();
        return cluster;
    }

    public CounterPump Pump(InProcessSiloHandle silo) => Silos.GetSiloServiceProvider(silo.SiloAddress).GetRequiredService<CounterPump>();

    /// <summary>Sends updates as a feed does; they are in the log when this returns.</summary>
    public Task SendAsync(IEnumerable<PlayerUpdate> updates) => SendAsync(updates, (ingest, chunk) => ingest.IngestAsync(chunk, CancellationToken.None));

    /// <inheritdoc cref="SendAsync(IEnumerable{PlayerUpdate})"/>
    public Task SendAsync(IEnumerable<MatchUpdate> updates) => SendAsync(updates, (ingest, chunk) => ingest.IngestAsync(chunk, CancellationToken.None));

    /// <summary>Waits until a player has applied as many updates of a match.</summary>
    public Task AppliedAsync(PlayerId player, MatchId match, int updates) => Eventually.ReachAsync(
        $"{updates} updates applied for player {player}",
        async () => (await Grains.GetGrain<IPlayerRatingGrain>(player.Value).GetRatingAsync(match, CancellationToken.None))?.Live.Version,
        version => version == updates);

    public async ValueTask DisposeAsync()
    {
        await Silos.DisposeAsync();
        await _brokers.DisposeAsync();
    }

    private async Task SendAsync<T>(IEnumerable<T> updates, Func<IIngestGrain, ImmutableArray<T>, Task<IngestReply>> send)
    {
        foreach (var chunk in updates.Chunk(Chunk))
        {
            ImmutableArray<T> waiting = [.. chunk];
            await Eventually.ReachAsync("every event accepted", () => SendSomeAsync(waiting, send), refused => refused.Length == 0);
        }
    }

    /// <summary>What was refused, for the message of a failure. A silo that dies takes the call along, and the events are sent again.</summary>
    private async Task<string> SendSomeAsync<T>(ImmutableArray<T> chunk, Func<IIngestGrain, ImmutableArray<T>, Task<IngestReply>> send)
    {
        try
        {
            var reply = await send(Grains.GetGrain<IIngestGrain>(0), chunk);
            return string.Join(", ", reply.Answers.Where(answer => answer.Status != IngestStatus.Accepted).Take(3));
        }
        catch (Exception failure) when (failure is OrleansException or TimeoutException)
        {
            return failure.Message;
        }
    }

    private IEnumerable<KeyValuePair<string, string?>> Settings()
    {
        var pauses = PumpInTest.Short;
        return
        [
            new($"{KafkaOptions.Section}:BootstrapServers", _brokers.BootstrapServers),
            new($"{KafkaOptions.Section}:IsEmbedded", "true"),
            new("ShellCorp:Riak:Hosts", Riak.Proxy.Host),
            new("ShellCorp:Riak:ProbeInterval", "00:00:00.1"),
            new("ShellCorp:Riak:BucketType", RiakTarget.BucketType),
            new("ShellCorp:Riak:Bucket", Riak.Bucket),
            new("ShellCorp:Riak:Region", "eu"),
            new($"{CounterOptions.Section}:GatherInterval", Text(pauses.GatherInterval)),
            new($"{CounterOptions.Section}:FirstCheck", "00:00:00.2"),
            new($"{CounterOptions.Section}:SecondCheck", "00:00:01"),
            new($"{CounterOptions.Section}:QuietCheck", "00:00:02"),
            new($"{CounterOptions.Section}:LongestRetry", "00:00:01"),
            new($"{CounterOptions.Section}:WatchInterval", "00:00:01"),
        ];
    }

    private static string Text(TimeSpan time) => time.ToString("c", CultureInfo.InvariantCulture);
}
