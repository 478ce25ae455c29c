using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using ShellCorp.Cluster.Tests.Systems;
using ShellCorp.Feeds;
using ShellCorp.Feeds.Running;

namespace ShellCorp.Cluster.Tests.Processes;

/// <summary>Plays matches, some at a time and new ones after those, until it is told that it is enough.</summary>
internal sealed class EndlessFeed
{
    private const int AtOnce = 2;
    /// <summary>A match takes some three quarters of a minute.</summary>
    private const double Speed = 140;

    private readonly IGrainFactory _grains;
    private readonly Task<ImmutableArray<FeedMatch>> _running;
    private volatile bool _enough;

    private EndlessFeed(IGrainFactory grains, int seed)
    {
        _grains = grains;
        _running = RunAsync(seed);
    }

    public static EndlessFeed Start(IGrainFactory grains, int seed) => new(grains, seed);

    /// <summary>Waits for the matches under way, and tells all that were played.</summary>
    public Task<ImmutableArray<FeedMatch>> FinishAsync()
    {
        _enough = true;
        return _running;
    }

    private async Task<ImmutableArray<FeedMatch>> RunAsync(int seed)
    {
        var all = await Feeding.SimulateAsync(seed, matches: 40);
        var played = 0;
        for (; !_enough && played < all.Length; played += AtOnce)
        {
            ImmutableArray<FeedMatch> some = [.. all.Skip(played).Take(AtOnce)];
            var runner = new FeedRunner(_grains, TimeProvider.System, NullLogger<FeedRunner>.Instance, new FeedRunnerOptions { Speed = Speed });
            var result = await runner.RunAsync(new FixedFeed(some), CancellationToken.None);
            Assert.Equal((0, result.Read), (result.Rejected, result.Accepted));
        }

        Assert.True(_enough, "The matches ran out before the test was done.");
        return [.. all.Take(played)];
    }
}
