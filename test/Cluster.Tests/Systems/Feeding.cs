using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using ShellCorp.Feeds;
using ShellCorp.Feeds.Running;
using ShellCorp.Feeds.Simulator;

namespace ShellCorp.Cluster.Tests.Systems;

/// <summary>Matches for tests, and how they are played.</summary>
internal static class Feeding
{
    public static async Task<ImmutableArray<FeedMatch>> SimulateAsync(int seed, int matches)
    {
        var all = ImmutableArray.CreateBuilder<FeedMatch>();
        await foreach (var match in new SimulatorFeed(seed, matches).ReadAsync(CancellationToken.None))
            all.Add(match);
        return all.ToImmutable();
    }

    public static FeedRunner Runner(IGrainFactory grains) =>
        new(grains, TimeProvider.System, NullLogger<FeedRunner>.Instance, new FeedRunnerOptions());

    public static Task<FeedResult> PlayAsync(IGrainFactory grains, ImmutableArray<FeedMatch> matches) =>
        Runner(grains).RunAsync(new FixedFeed(matches), CancellationToken.None);
}
