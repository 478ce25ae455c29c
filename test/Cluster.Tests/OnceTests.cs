using System.Collections.Immutable;
using ShellCorp.Cluster.Tests.Systems;
using ShellCorp.Feeds;
using ShellCorp.Ingest;

namespace ShellCorp.Cluster.Tests;

/// <summary>The same events again, and in another order.</summary>
public sealed class OnceTests
{
    private const int Chunk = 200;

    [Fact]
    public async Task A_feed_played_twice_changes_nothing_and_every_repeat_is_counted()
    {
        var matches = await Feeding.SimulateAsync(seed: 11, matches: 2);
        await using var system = await ClusterSystem.StartAsync(silos: 2);

        await Feeding.PlayAsync(system.Grains, matches);
        await system.SettleAsync();
        var first = await Outcome.ReadAsync(system.Grains, matches.Select(match => match.MatchId));
        await Feeding.PlayAsync(system.Grains, matches);
        await system.SettleAsync();
        var second = await Outcome.ReadAsync(system.Grains, matches.Select(match => match.MatchId));

        first.MustBe(matches.Select(ExpectedMatch.Of));
        Assert.Equal(0, first.Duplicates);
        Assert.Equal(first.Lines, second.Lines);
        Assert.Equal(matches.Sum(Records), second.Duplicates);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Shuffled_and_doubled_delivery_gives_the_ratings_of_the_right_order(int seed)
    {
        var matches = await Feeding.SimulateAsync(seed: 13, matches: 2);
        await using var system = await ClusterSystem.StartAsync(silos: 2);
        await Feeding.PlayAsync(system.Grains, matches);
        await system.SettleAsync();
        var ordered = await Outcome.ReadAsync(system.Grains, matches.Select(match => match.MatchId));

        await using var other = await ClusterSystem.StartAsync(silos: 2);
        await ShuffleAsync(other, matches, new Random(seed));
        await other.SettleAsync();
        var shuffled = await Outcome.ReadAsync(other.Grains, matches.Select(match => match.MatchId));

        Assert.Equal(ordered.Lines, shuffled.Lines);
    }

    private static int Records(FeedMatch match) =>
        match.Steps.Sum(step => step.PlayerUpdates.Length + step.MatchUpdates.Length);

    /// <summary>Sends all in a random order, a third of it twice.</summary>
    private static async Task ShuffleAsync(ClusterSystem system, ImmutableArray<FeedMatch> matches, Random random)
    {
        var ingest = system.Grains.GetGrain<IIngestGrain>(0);
        var players = Shuffled(matches.SelectMany(match => match.Steps).SelectMany(step => step.PlayerUpdates), random);
        var facts = Shuffled(matches.SelectMany(match => match.Steps).SelectMany(step => step.MatchUpdates), random);
        await SendAsync(players, chunk => ingest.IngestAsync(chunk, CancellationToken.None));
        await SendAsync(facts, chunk => ingest.IngestAsync(chunk, CancellationToken.None));
    }

    private static T[] Shuffled<T>(IEnumerable<T> items, Random random)
    {
        T[] once = [.. items];
        T[] all = [.. once, .. once.Where((_, index) => index % 3 == 0)];
        random.Shuffle(all);
        return all;
    }

    private static async Task SendAsync<T>(T[] items, Func<ImmutableArray<T>, Task<IngestReply>> send)
    {
        foreach (var chunk in items.Chunk(Chunk))
        {
            await Patience.UntilAsync(
                "every event accepted",
                async () => string.Join(", ", (await send([.. chunk])).Answers.Where(answer => answer.Status != IngestStatus.Accepted).Take(3)),
                refused => refused.Length == 0);
        }
    }
}
