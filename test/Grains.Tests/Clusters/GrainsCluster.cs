using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Orleans.Serialization;
using Orleans.Storage;
using Orleans.Streams;
using Orleans.TestingHost;
using ShellCorp.Events;
using ShellCorp.Grains.Hosting;
using ShellCorp.Grains.Ingest;
using ShellCorp.Grains.Live;
using ShellCorp.Grains.Log;
using ShellCorp.Grains.Players;
using ShellCorp.Grains.Storage;
using ShellCorp.Grains.Streams;
using ShellCorp.Grains.Teams;
using ShellCorp.Grains.Timing;
using ShellCorp.Live;
using ShellCorp.Matches;
using ShellCorp.Players;
using ShellCorp.Teams;

namespace ShellCorp.Grains.Tests.Clusters;

/// <summary>A silo with the grains, a storage and a log that fail on demand, and memory streams.</summary>
public sealed class GrainsCluster : IAsyncDisposable
{
    /// <summary>How many events the door lets wait for the log.</summary>
    public const int EventsInFlight = 100;

    private readonly InProcessTestCluster _cluster;
    private readonly TimeProvider _clock;

    private GrainsCluster(TimeProvider clock, TimeSpan interval)
    {
        _clock = clock;
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => Configure(silo, clock, interval));
        _cluster = builder.Build();
    }

    public FaultStore Store { get; } = new();

    public FaultInjectingLog Log { get; } = new();

    public SettableCapacity Capacity { get; } = new();

    public IGrainFactory Grains => _cluster.Client;

    /// <summary>Starts a silo whose domain runs by the system's clock without any pacing.</summary>
    public static Task<GrainsCluster> StartAsync() => StartAsync(TimeProvider.System, TimeSpan.Zero);

    /// <summary>Starts a silo.</summary>
    /// <param name="clock">The domain's clock.</param>
    /// <param name="interval">The least time between messages, publications and stored deliveries.</param>
    public static async Task<GrainsCluster> StartAsync(TimeProvider clock, TimeSpan interval)
    {
        var cluster = new GrainsCluster(clock, interval);
        await cluster._cluster.DeployAsync();
        return cluster;
    }

    /// <summary>From now on what is written to the log is delivered by memory streams.</summary>
    public void Connect()
    {
        var services = _cluster.GetSiloServiceProvider();
        Log.Written = one => one switch
        {
            PlayerUpdate update => Send(StreamProviders.Events, Topics.PlayerUpdates, update.PlayerId.Value, update),
            MatchUpdate update => Send(StreamProviders.Events, Topics.MatchUpdates, update.MatchId.Value, update),
            LiveRatingUpdate rating => Task.WhenAll(
                Send(StreamProviders.RatingsByMatch, Topics.LiveRatingsByMatch, rating.MatchId.Value, rating),
                Send(StreamProviders.RatingsByTeam, Topics.LiveRatingsByTeam, rating.TeamId?.Value ?? 0, rating)),
            _ => throw new ArgumentException($"There is no stream for {one}.", nameof(one)),
        };

        Task Send<T>(string provider, string ns, long key, T one) =>
            services.GetRequiredKeyedService<IStreamProvider>(provider).GetStream<T>(StreamId.Create(ns, key)).OnNextAsync(one);
    }

    /// <summary>Delivers a batch to a player, as the stream's agent would.</summary>
    public async Task DeliverAsync(PlayerId player, params PlayerUpdate[] updates)
    {
        var grain = Grains.GetGrain<IPlayerRatingGrain>(player.Value);
        await grain.GetMatchesAsync(CancellationToken.None);
        await DeliverAsync(grain.GetGrainId(), updates);
    }

    /// <summary>Delivers a batch to a match.</summary>
    public async Task DeliverAsync<T>(MatchId match, params T[] events)
    {
        var grain = Grains.GetGrain<IMatchGrain>(match.Value);
        await grain.GetSheetAsync(CancellationToken.None);
        await DeliverAsync(grain.GetGrainId(), events);
    }

    /// <summary>Delivers a batch to a team.</summary>
    public async Task DeliverAsync(TeamId team, params LiveRatingUpdate[] ratings)
    {
        var grain = Grains.GetGrain<ITeamPerformanceGrain>(team.Value);
        await grain.GetViewAsync(CancellationToken.None);
        await DeliverAsync(grain.GetGrainId(), ratings);
    }

    /// <summary>What grains call to reach an observer in the client.</summary>
    public ILiveObserver ObserverOf(ILiveObserver observer) => _cluster.Client.CreateObjectReference<ILiveObserver>(observer);

    /// <summary>Deactivates a grain in good order.</summary>
    public Task DeactivateAsync(IAddressable grain) => _cluster.DeactivateAsync(grain);

    /// <summary>Deactivates a grain without its last writes, as a crash would.</summary>
    public async Task CrashAsync(IAddressable grain, params string[] states)
    {
        foreach (var state in states)
            Store.Fail(grain.GetGrainId(), state, StorageFault.BeforeWriting);

        await _cluster.DeactivateAsync(grain);
        foreach (var state in states)
            Store.Take(grain.GetGrainId(), state);
    }

    /// <summary>Waits until a grain has deactivated by itself.</summary>
    public async Task WaitForDeactivationAsync(IAddressable grain)
    {
        try
        {
            await _cluster.WaitForDeactivationAsync(grain).WaitAsync(Eventually.Patience, TimeProvider.System);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"Expected within {Eventually.Patience}: {grain} to deactivate. It is still active.", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A test that failed may leave deliveries waiting for a clock that nobody moves any more, and the silo would wait for them.
        (_clock as FakeTimeProvider)?.Advance(TimeSpan.FromHours(1));
        await _cluster.DisposeAsync();
    }

    private Task DeliverAsync<T>(GrainId grain, IEnumerable<T> events)
    {
        Assert.True(_cluster.TryGetGrainContext(grain, out var context), $"{grain} isn't active.");
        var observer = Assert.IsType<IAsyncBatchObserver<T>>(context.GrainInstance, exactMatch: false);
        IList<SequentialItem<T>> batch = [.. events.Select(one => new SequentialItem<T>(one, null!))];
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        context.Scheduler.QueueAction(() => observer.OnNextAsync(batch).ContinueWith(Finish, TaskScheduler.Default));
        return done.Task;

        void Finish(Task delivery)
        {
            if (delivery.Exception is { } exception)
                done.SetException(exception.InnerExceptions);
            else
                done.SetResult();
        }
    }

    private void Configure(ISiloBuilder silo, TimeProvider clock, TimeSpan interval)
    {
        silo.AddShellCorpGrains();
        silo.Services
            .AddSingleton<IEventLog>(Log)
            .AddSingleton<ILogCapacity>(Capacity)
            .AddKeyedSingleton(GrainClock.Key, clock)
            .AddKeyedSingleton<IGrainStorage>(
                GrainStores.Default, (services, _) => new FaultInjectingGrainStorage(Store, services.GetRequiredService<Serializer>()))
            .Configure<PlayerRatingOptions>(options => options.PublishInterval = interval)
            .Configure<TeamOptions>(options => options.StoreInterval = interval)
            .Configure<LiveOptions>(options => options.Interval = interval)
            .Configure<IngestOptions>(options => options.EventsInFlight = EventsInFlight)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        foreach (var provider in (string[])[StreamProviders.Events, StreamProviders.RatingsByMatch, StreamProviders.RatingsByTeam])
        {
            silo.AddMemoryStreams(provider, streams =>
            {
                streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly);
                streams.ConfigurePullingAgent(agent => agent.Configure(options => options.GetQueueMsgsTimerPeriod = TimeSpan.FromMilliseconds(10)));
            });
        }
    }
}
