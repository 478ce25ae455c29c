using ShellCorp.Cluster.Tests.Systems;
using ShellCorp.Counters.Tests.Systems;
using ShellCorp.Events;
using ShellCorp.Players;

namespace ShellCorp.Counters.Tests.Storms;

/// <summary>Riak is away from the first to the last minute.</summary>
public sealed class AwayTests
{
    [Fact]
    public async Task Matches_are_played_and_rated_without_riak_and_the_counters_are_exact_soon_after_it_is_back()
    {
        await using var riak = new RiakTarget();
        riak.Proxy.Cut();
        await using var cluster = await CounterCluster.StartAsync(silos: 2, riak);
        var matches = await Feeding.SimulateAsync(seed: 29, matches: 2);
        var played = await Feeding.PlayAsync(cluster.Grains, matches);
        Assert.Equal(played.Read, played.Accepted);

        var passes = matches.SelectMany(match => match.Steps).SelectMany(step => step.PlayerUpdates)
            .Where(update => update.Kind == PlayerAction.Pass && update.Time.Period != MatchPeriod.ShootOut).CountBy(update => update.PlayerId).ToDictionary();
        var goals = matches.SelectMany(match => match.Steps).SelectMany(step => step.MatchUpdates)
            .Where(fact => fact is { Kind: MatchFact.Goal, PlayerId: not null }).CountBy(fact => fact.PlayerId!.Value).ToDictionary();
        foreach (var match in matches)
        {
            foreach (var player in passes.Keys.Where(player => match.Steps.Any(step => step.PlayerUpdates.Any(update => update.PlayerId == player))))
                await FinalAsync(cluster, player, match.MatchId);
        }

        var status = await Eventually.ReachAsync("the silos to be behind", () => cluster.Status, status => status.Players >= passes.Count);
        Assert.NotNull(status.Problem);
        Assert.Equal(2, cluster.Silos.Silos.Count(silo => cluster.Pump(silo).Waiting <= 4 * (passes.Count + 100)));

        riak.Proxy.Mend();
        foreach (var (player, count) in passes)
        {
            await Eventually.ReachAsync($"{count} passes and {goals.GetValueOrDefault(player)} goals of player {player}", () => CountsAsync(cluster, player),
                seen => seen == (count, goals.GetValueOrDefault(player)), () => $"{cluster.Status}");
        }

        await Eventually.ReachAsync("nothing behind", () => cluster.Status, seen => seen is { Behind: 0, Problem: null });
    }

    private static async Task FinalAsync(CounterCluster cluster, PlayerId player, MatchId match) => await Eventually.ReachAsync(
        $"the final rating of player {player}",
        () => cluster.Grains.GetGrain<IPlayerRatingGrain>(player.Value).GetRatingAsync(match, CancellationToken.None),
        rating => rating?.Live.Final == true);

    private static async Task<(long Passes, long Goals)> CountsAsync(CounterCluster cluster, PlayerId player)
    {
        var counters = await cluster.Grains.GetGrain<IPlayerCountersGrain>(player.Value).GetAsync(CancellationToken.None);
        return (counters?.Seasons.Sum(season => season[PlayerCounter.Passes]) ?? 0, counters?.Seasons.Sum(season => season[PlayerCounter.Goals]) ?? 0);
    }
}
