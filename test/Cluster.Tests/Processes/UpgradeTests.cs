using System.Globalization;
using ShellCorp.Cluster.TestSilo;
using ShellCorp.Cluster.TestSilo.Tallies;
using ShellCorp.Cluster.Tests.Systems;

namespace ShellCorp.Cluster.Tests.Processes;

/// <summary>Silos of two versions side by side: the next one's contracts, messages and states have more methods and fields.</summary>
public sealed class UpgradeTests
{
    private const int Tallies = 20;

    [ClusterFact]
    public async Task Old_and_new_silos_serve_callers_of_both_versions_and_lose_nothing_when_the_upgrade_is_taken_back()
    {
        await using var cluster = await ProcessCluster.StartAsync(silos: 2);
        HostProcess[] old = [.. cluster.Silos];
        var feed = EndlessFeed.Start(cluster.Grains, seed: 53);
        await using var callers = TallyCallers.Start(cluster.Grains, Keys(from: 0));
        await using var moving = TallyCallers.Start(cluster.Grains, Keys(from: 100));

        // Forwards: a new silo takes its share, and an old one leaves.
        await cluster.AddNextAsync((TestParts.NextCallsKey, Tallies.ToString(CultureInfo.InvariantCulture)));
        var next = cluster.Silos[2];
        await AnswerAsync(moving, 1, 2);
        await RoundsAsync(next);
        await old[0].DrainAsync();
        await AnswerAsync(moving, 1, 2);
        await RoundsAsync(next);
        // Whom a new caller calls, a new silo has; old callers go there too.
        await AnswerAsync(callers, 2);

        // And back: what the new silo has goes to old ones.
        await cluster.AddAsync(1);
        await next.DrainAsync();
        await AnswerAsync(moving, 1);
        await AnswerAsync(callers, 1);

        await callers.StopAsync();
        await moving.StopAsync();
        var matches = await feed.FinishAsync();
        await cluster.SettleAsync();
        Assert.False(next.Says("Next call failed"), next.ToString());
        await MustHaveKeptAllAsync(cluster, callers, moving, Rounds(next));
        var outcome = await cluster.MustBeWholeAsync(matches);
        Assert.Equal(0, outcome.Duplicates);
    }

    private static async Task MustHaveKeptAllAsync(ProcessCluster cluster, TallyCallers callers, TallyCallers moving, int rounds)
    {
        var shared = await ReadAsync(cluster, Keys(from: 0));
        Assert.Equal(callers.Answered.Values.Sum() + rounds, shared.Values.Sum(tally => tally.Stored.Entries));
        // What only the new silo was asked for has moved to an old one with it, stored and in memory.
        var nexts = await ReadAsync(cluster, Keys(from: Tallies));
        Assert.Equal(((long)rounds, (long)rounds, (long)rounds), (nexts.Values.Sum(tally => tally.Stored.Sum), nexts.Values.Sum(tally => tally.Stored.Entries), nexts.Values.Sum(tally => tally.Counted.Entries)));
        Assert.All(await ReadAsync(cluster, Keys(from: 100)), tally => Assert.Equal(
            ((long)moving.Answered[tally.Key], (long)moving.Answered[tally.Key]), (tally.Value.Stored.Entries, tally.Value.Counted.Entries)));
    }

    private static IEnumerable<long> Keys(int from) => Enumerable.Range(from, Tallies).Select(key => (long)key);

    /// <summary>Waits for answers of these versions, and of no other.</summary>
    private static async Task AnswerAsync(TallyCallers callers, params int[] versions)
    {
        callers.TakeAnswersByVersion();
        await Patience.UntilAsync(
            $"answers of versions {string.Join(" and ", versions)}",
            () => Task.FromResult(string.Join(" and ", callers.TakeAnswersByVersion().Keys.Order())),
            seen => seen == string.Join(" and ", versions));
    }

    /// <summary>Waits until the new silo has called all its grains again.</summary>
    private static Task RoundsAsync(HostProcess next)
    {
        var before = Rounds(next);
        return Eventually.ReachAsync("the new silo's calls to be answered", () => Rounds(next), rounds => rounds > before + (2 * Tallies), next.ToString);
    }

    /// <summary>How many rounds of calls of the new silo's own were answered.</summary>
    private static int Rounds(HostProcess next) => next.Lines.LastOrDefault(line => line.Contains("Next calls: ", StringComparison.Ordinal)) is { } line
        ? int.Parse(line.Split("Next calls: ")[1].Split(' ')[0], CultureInfo.InvariantCulture)
        : 0;

    private static async Task<Dictionary<long, TallyAnswer>> ReadAsync(ProcessCluster cluster, IEnumerable<long> keys)
    {
        var tallies = new Dictionary<long, TallyAnswer>();
        foreach (var key in keys)
            tallies[key] = await cluster.Grains.GetGrain<ITallyGrain>(key).ReadAsync();
        return tallies;
    }
}
