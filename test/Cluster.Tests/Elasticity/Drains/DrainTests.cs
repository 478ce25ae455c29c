using ShellCorp.Cluster.Tests.Processes;

namespace ShellCorp.Cluster.Tests.Elasticity.Drains;

/// <summary>Silos that leave while grains call each other and are called.</summary>
public sealed class DrainTests
{
    private const string HostMoves = "activations of test-host move";
    private const string GuestMoves = "activations of test-guest move";

    [Fact]
    public async Task Two_silos_that_leave_at_once_do_not_close_grains_that_wait_for_each_other()
    {
        await using var cluster = await ElasticCluster.StartAsync(silos: 4);
        var leaving = cluster.Silos.Take(2).ToList();
        await cluster.PlaceAsync(HostGrain.Id, leaving[0]);
        await cluster.PlaceAsync(GuestGrain.Id, leaving[1]);
        var host = cluster.Grains.GetGrain<IMeetingGrain>(HostGrain.Id).AskAsync(GuestGrain.Id);
        var guest = cluster.Grains.GetGrain<IMeetingGrain>(GuestGrain.Id).AskAsync(HostGrain.Id);
        await Eventually.HoldAsync("both calls to run", () => cluster.Gate.Waiting == 2);

        var drains = leaving.Select(cluster.DrainAsync).ToList();
        await Eventually.HoldAsync(
            "each silo to move its grain or to wait for its turn",
            () => cluster.Log.Count(HostMoves) + cluster.Log.Count(GuestMoves) + cluster.Log.Count("waits for its turn") == 2,
            cluster.Log.ToString);
        cluster.Gate.Open(calls: 2);

        Assert.Equal($"{GuestGrain.Id}", await host);
        Assert.Equal($"{HostGrain.Id}", await guest);
        await Eventually.EndAsync("both silos to leave", Task.WhenAll(drains));
        Assert.Equal((2, 0), (cluster.Log.Count("ActivationsMoved after"), cluster.Log.Count("Not ActivationsMoved")));
    }

    [Fact]
    public async Task A_call_that_waits_goes_along_with_its_grain_however_many_silos_leave_one_after_the_other()
    {
        const int Drains = 3;
        await using var cluster = await ElasticCluster.StartAsync(Drains + 1);
        await cluster.PlaceAsync(HostGrain.Id, cluster.Silos[0]);
        var calls = Enumerable.Range(0, Drains + 1).Select(_ => cluster.Grains.GetGrain<IMeetingGrain>(HostGrain.Id).AskAsync(GuestGrain.Id)).ToList();

        for (var drained = 1; drained <= Drains; drained++)
        {
            await Eventually.HoldAsync("one call to run and the others to wait for it", () => cluster.Gate.Waiting == 1);
            var drain = cluster.DrainAsync(cluster.Where(HostGrain.Id));
            await Eventually.HoldAsync("the grain to close", () => cluster.Log.Count(HostMoves) == drained, cluster.Log.ToString);
            cluster.Gate.Open(calls: 1);
            await Eventually.EndAsync("the silo to leave", drain);
        }

        cluster.Gate.Open(calls: 1);
        Assert.All(await Task.WhenAll(calls), answer => Assert.Equal($"{GuestGrain.Id}", answer));
    }

    [Fact]
    public async Task What_grains_have_in_memory_goes_along_when_their_silo_leaves()
    {
        const int Grains = 200;
        await using var cluster = await ElasticCluster.StartAsync(silos: 3);
        var grains = Enumerable.Range(0, Grains).Select(key => cluster.Grains.GetGrain<ICarryingGrain>(key)).ToList();
        Assert.All(await Task.WhenAll(grains.Select(grain => grain.AddAsync())), count => Assert.Equal(1, count));

        await cluster.DrainAsync(cluster.Silos[0]);

        var after = await Task.WhenAll(grains.Select(grain => grain.AddAsync()));
        Assert.True(after.Count(count => count == 2) == Grains, $"{after.Count(count => count != 2)} of {Grains} grains came without what they had:{Environment.NewLine}{cluster.Log}");
    }

    [Fact]
    public async Task When_time_is_up_the_silo_goes_with_what_is_left_and_no_call_fails_or_runs_twice()
    {
        // The steps have five seconds, in which five grains move.
        await using var cluster = await ElasticCluster.StartAsync(
            silos: 3, drain => (drain.Timeout, drain.MigrationsPerSecond) = (TimeSpan.FromSeconds(20), 1));
        await using var callers = Callers.Start(cluster.Grains);
        var leaving = await Eventually.ReachAsync(
            "a silo with more grains than can move", () => cluster.Silos.FirstOrDefault(silo => cluster.CountActivations(silo) > 20), silo => silo is not null);

        await cluster.DrainAsync(leaving!);
        callers.TakeAnswersBySilo();
        await Eventually.HoldAsync("the two others to answer", () => callers.TakeAnswersBySilo().Count == 2);
        await callers.StopAsync();

        Assert.Equal((1, 1), (cluster.Log.Count("Not ActivationsMoved: time is up"), cluster.Log.Count("Handed over after")));
        callers.MustHaveRunOnce(cluster.CallLogFolder);
    }
}
