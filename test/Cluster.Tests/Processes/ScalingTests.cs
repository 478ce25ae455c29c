using ShellCorp.Cluster.TestSilo.Calls;
using ShellCorp.Cluster.Tests.Systems;
using ShellCorp.Silo.Kafka;

namespace ShellCorp.Cluster.Tests.Processes;

/// <summary>A cluster of processes that grows, shrinks and is hit.</summary>
public sealed class ScalingTests
{
    [ClusterFact]
    public async Task Two_silos_become_four_and_two_again_and_nothing_is_lost_repeated_or_refused()
    {
        await using var cluster = await ProcessCluster.StartAsync(silos: 2);
        await using var callers = Callers.Start(cluster.Grains);
        var feed = EndlessFeed.Start(cluster.Grains, seed: 41);
        HostProcess[] first = [.. cluster.Silos];

        await cluster.AddAsync(2);
        HostProcess[] added = [.. cluster.Silos.Except(first)];
        await TakeTheirShareAsync(added, callers);
        await ReachesAsync(cluster, cluster.Silos);

        foreach (var silo in first)
            await silo.DrainAsync();
        await ReachesAsync(cluster, added);

        await callers.StopAsync();
        var matches = await feed.FinishAsync();
        await cluster.SettleAsync();
        callers.MustHaveRunOnce(cluster.CallLogFolder);
        var outcome = await cluster.MustBeWholeAsync(matches);
        Assert.Equal(0, outcome.Duplicates);
        Assert.All(first, silo => Assert.True(silo.Says("ActivationsMoved after"), silo.ToString()));
    }

    [ClusterFact]
    public async Task One_of_four_is_killed_and_the_others_end_where_a_count_of_the_feed_ends()
    {
        await using var cluster = await ProcessCluster.StartAsync(silos: 4);
        var feed = EndlessFeed.Start(cluster.Grains, seed: 43);
        await Patience.UntilAsync(
            "every silo to have partitions", () => Task.FromResult(cluster.Silos.Count(HasPartitions)), having => having == cluster.Silos.Count);
        await Patience.UntilAsync("some events applied", () => EventsAsync(cluster), events => events > 500);

        await cluster.Silos[1].KillAsync();

        var matches = await feed.FinishAsync();
        await cluster.SettleAsync();
        await cluster.MustBeWholeAsync(matches);
        Assert.Single(cluster.Silos, silo => silo.HasExited);
    }

    [ClusterFact]
    public async Task Silos_serve_on_without_ZooKeeper_and_go_on_with_it_although_their_sessions_expired()
    {
        await using var cluster = await ProcessCluster.StartAsync(silos: 2);
        await using var callers = Callers.Start(cluster.Grains);

        cluster.ZooKeeper.Close();
        await Patience.UntilAsync(
            "no session left in ZooKeeper", () => cluster.Server.AskAsync("dump"), dump => dump.Contains("Session Sets (0)", StringComparison.Ordinal));
        var meanwhile = await Feeding.SimulateAsync(seed: 47, matches: 1);
        await Feeding.PlayAsync(cluster.Grains, meanwhile);
        await cluster.SettleAsync();
        await cluster.MustBeWholeAsync(meanwhile);
        cluster.ZooKeeper.Open();

        // A silo that joins shows that the others write and read the membership again.
        await cluster.AddAsync(1);
        await TakeTheirShareAsync([cluster.Silos[2]], callers);
        await callers.StopAsync();
        callers.MustHaveRunOnce(cluster.CallLogFolder);
        Assert.All(cluster.Silos, silo => Assert.False(silo.HasExited, silo.ToString()));
    }

    /// <summary>New silos get partitions, and grains that were elsewhere before.</summary>
    private static async Task TakeTheirShareAsync(HostProcess[] added, Callers callers)
    {
        await Patience.UntilAsync("partitions for every new silo", () => Task.FromResult(added.Count(HasPartitions)), having => having == added.Length);
        var answering = new HashSet<string>(StringComparer.Ordinal);
        await Patience.UntilAsync(
            $"answers from {string.Join(", ", added.Select(silo => silo.Address))}",
            () => Task.FromResult(string.Join(", ", callers.TakeAnswersBySilo().Keys.Where(answering.Add))),
            _ => added.All(silo => answering.Any(address => address.StartsWith(silo.Address, StringComparison.Ordinal))));
    }

    /// <summary>The client uses the gateways of these silos.</summary>
    private static async Task ReachesAsync(ProcessCluster cluster, IReadOnlyCollection<HostProcess> silos)
    {
        var key = 0L;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await Patience.UntilAsync(
            $"the gateways of {string.Join(", ", silos.Select(silo => silo.Address))}",
            async () =>
            {
                seen.Add(await cluster.Grains.GetGrain<IGatewayGrain>(key++).WhereAsync());
                return string.Join(", ", seen);
            },
            _ => silos.All(silo => seen.Any(address => address.StartsWith(silo.Address, StringComparison.Ordinal))));
    }

    private static bool HasPartitions(HostProcess silo) => silo.Says("PlayerUpdates [");

    private static async Task<long> EventsAsync(ProcessCluster cluster)
    {
        var ends = await cluster.Log.GetEndOffsetsAsync(LogTopics.Events);
        return ends.Values.Sum();
    }
}
