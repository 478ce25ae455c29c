using System.Diagnostics;
using ShellCorp.Cluster.Tests.Systems;
using ShellCorp.Silo.Kafka;

namespace ShellCorp.Cluster.Tests;

/// <summary>What goes away meanwhile.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_silo_killed_in_mid_stream_loses_nothing_and_nothing_counts_twice()
    {
        var matches = await Feeding.SimulateAsync(seed: 17, matches: 4);
        var rows = matches.Sum(match => match.Steps.Count(step => step.IsRow));
        await using var system = await ClusterSystem.StartAsync(silos: 3);

        var runner = Feeding.Runner(system.Grains);
        var run = runner.RunAsync(new FixedFeed(matches), CancellationToken.None);
        await Patience.UntilAsync("a third of the rows sent", () => Task.FromResult(runner.Progress.Accepted), accepted => accepted > rows / 3);
        await system.Cluster.KillSiloAsync(system.Cluster.Silos[1]);
        var result = await run;
        await system.SettleAsync();

        Assert.Equal((rows, rows), (result.Read, result.Accepted));
        var outcome = await Outcome.ReadAsync(system.Grains, matches.Select(match => match.MatchId));
        outcome.MustBe(matches.Select(ExpectedMatch.Of));
        Assert.Equal(0, await DeadLettersAsync(system));
    }

    [Fact]
    public async Task Storage_away_for_three_times_the_delivery_time_loses_nothing_and_fills_no_dead_letters()
    {
        var deliveryTime = TimeSpan.FromSeconds(2);
        var matches = await Feeding.SimulateAsync(seed: 19, matches: 2);
        await using var system = await ClusterSystem.StartAsync(silos: 2, deliveryTime);

        var runner = Feeding.Runner(system.Grains);
        var run = runner.RunAsync(new FixedFeed(matches), CancellationToken.None);
        await Patience.UntilAsync("some rows sent", () => Task.FromResult(runner.Progress.Accepted), accepted => accepted > 200);
        system.StorageFault.IsOn = true;
        var outage = Stopwatch.StartNew();
        await Patience.UntilAsync(
            "refused accesses and three delivery times gone by",
            () => Task.FromResult((system.StorageFault.Refused, outage.Elapsed)),
            seen => seen.Refused > 0 && seen.Elapsed > 3 * deliveryTime);
        system.StorageFault.IsOn = false;
        await run;
        await system.SettleAsync();

        var outcome = await Outcome.ReadAsync(system.Grains, matches.Select(match => match.MatchId));
        outcome.MustBe(matches.Select(ExpectedMatch.Of));
        Assert.Equal(0, await DeadLettersAsync(system));
    }

    [Fact]
    public async Task The_feed_is_held_back_while_consumers_stand_still_and_nothing_is_lost()
    {
        var matches = await Feeding.SimulateAsync(seed: 23, matches: 2);
        await using var system = await ClusterSystem.StartAsync(silos: 1, backlogBytes: 20_000);

        system.StorageFault.IsOn = true;
        var runner = Feeding.Runner(system.Grains);
        var run = runner.RunAsync(new FixedFeed(matches), CancellationToken.None);
        await Patience.UntilAsync("events deferred", () => Task.FromResult(runner.Progress.SentAgain), again => again > 0);
        Assert.False(run.IsCompleted, "The whole feed was taken although nobody read it.");
        system.StorageFault.IsOn = false;
        await run;
        await system.SettleAsync();

        var outcome = await Outcome.ReadAsync(system.Grains, matches.Select(match => match.MatchId));
        outcome.MustBe(matches.Select(ExpectedMatch.Of));
    }

    private static async Task<long> DeadLettersAsync(ClusterSystem system)
    {
        var ends = await system.Log.GetEndOffsetsAsync(LogTopics.Events.Select(topic => topic + LogTopics.DeadLetterSuffix));
        return ends.Values.Sum();
    }
}
