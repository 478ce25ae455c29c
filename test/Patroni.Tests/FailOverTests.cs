using Patroni.Tests.Clusters;
using Patroni.Tests.Market;

namespace Patroni.Tests;

/// <summary>What was acknowledged is there, whatever happens to one member; the ledger sums to zero, and no request takes effect twice.</summary>
[Collection(nameof(SharedClusters))]
public sealed class FailOverTests(SharedClusters clusters) : IAsyncLifetime
{
    // A promotion, of whomever, begins another one.
    private const string Timeline = "SELECT ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::integer";

    public async ValueTask InitializeAsync()
    {
        if (PatroniInstallation.Missing is null)
            await Task.WhenAll(clusters.Market.HealAsync(), clusters.Second.HealAsync());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [PatroniFact]
    public async Task Killed_with_its_Patroni_under_load_the_primary_is_followed_by_a_standby_and_nothing_acknowledged_is_lost()
    {
        await using var market = await ScopedMarket.OpenAsync(clusters, clusters.Market);
        await using var load = await MarketLoad.StartAsync(market.Scene);
        var old = await clusters.Market.PrimaryAsync();

        await old.KillAsync();
        var next = await clusters.Market.PrimaryAmongAsync(clusters.Market.Nodes.Except([old]));

        await load.GoesOnAsync("by the next primary");
        Assert.Equal(next.Name, market.Source.Leader?.Name);
        await load.AssertOnceAsync();
    }

    [PatroniFact]
    public async Task Cut_off_from_ZooKeeper_and_its_peers_the_running_primary_gives_up_and_is_never_written_to_again()
    {
        await using var market = await ScopedMarket.OpenAsync(clusters, clusters.Market);
        await using var load = await MarketLoad.StartAsync(market.Scene);
        var old = await clusters.Market.PrimaryAsync();
        PatroniNode[] others = [.. clusters.Market.Nodes.Except([old])];

        old.CutOff(others);
        await clusters.Market.PrimaryAmongAsync(others);

        await load.GoesOnAsync("by the next primary");
        await Eventually.HoldAsync($"{old.Name} to take writes no more", async () => await old.AskAsync<bool>("SELECT pg_is_in_recovery()") == true, () => old.Log);
        Assert.Equal(0, await ScopedMarket.SessionsOnAsync(old));
        await load.AssertOnceAsync();
    }

    [PatroniFact]
    public async Task A_primary_that_nobody_demotes_is_left_as_soon_as_another_leads_and_acknowledges_nothing_that_is_lost()
    {
        await using var market = await ScopedMarket.OpenAsync(clusters, clusters.Market);
        await using var load = await MarketLoad.StartAsync(market.Scene);
        var old = await clusters.Market.PrimaryAsync();
        PatroniNode[] others = [.. clusters.Market.Nodes.Except([old])];

        old.Freeze();
        old.CutOff(others);
        var next = await clusters.Market.PrimaryAmongAsync(others);
        await Eventually.HoldAsync("us to follow", () => market.Source.Leader?.Name == next.Name);
        await Eventually.ReachAsync($"no connection of ours to {old.Name}", () => ScopedMarket.SessionsOnAsync(old), sessions => sessions == 0);
        var before = Connections(old);
        await load.GoesOnAsync("by the next primary");

        Assert.True(await old.AskAsync<bool>("SELECT NOT pg_is_in_recovery()"), "The old primary should still think that it is one.");
        Assert.Equal(before, Connections(old));
        await load.AssertOnceAsync();
        old.Thaw();
    }

    [PatroniFact]
    public async Task While_ZooKeeper_is_away_the_primary_stays_and_pitches_go_on()
    {
        await using var market = await ScopedMarket.OpenAsync(clusters, clusters.Market);
        await using var load = await MarketLoad.StartAsync(market.Scene);
        var primary = await clusters.Market.PrimaryAsync();
        var timeline = await primary.AskAsync<int>(Timeline);
        var since = TimeProvider.System.GetTimestamp();

        clusters.ZooKeeper.Pause();
        // Two and a half times Patroni's ttl of 10 s, and six times our session's: long enough for both to have given up on ZooKeeper.
        while (TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(25))
            await load.GoesOnAsync("while ZooKeeper is away");
        clusters.ZooKeeper.Resume();

        await load.GoesOnAsync("when ZooKeeper is back");
        Assert.Equal(primary.Name, (await clusters.Market.PrimaryAsync()).Name);
        Assert.Equal(timeline, await primary.AskAsync<int>(Timeline));
        await load.AssertOnceAsync();
    }

    [PatroniFact]
    public async Task Without_its_standby_a_primary_of_two_acknowledges_nothing_and_what_it_had_acknowledged_outlives_it()
    {
        await using var market = await ScopedMarket.OpenAsync(clusters, clusters.Second);
        await using var load = await MarketLoad.StartAsync(market.Scene);
        var primary = await clusters.Second.PrimaryAsync();
        var standby = clusters.Second.Nodes.Single(node => node != primary);

        await standby.KillAsync();
        var failed = load.Failed;
        await Eventually.ReachAsync("requests to fail clearly", () => load.Failed, now => now > failed + 12);
        var answered = load.Answered;
        await Eventually.ReachAsync("requests to fail still", () => load.Failed, now => now > failed + 24);
        Assert.Equal(answered, load.Answered);

        standby.Start();
        await load.GoesOnAsync("with the standby back");
        await clusters.Second.PromotableAsync();
        await primary.KillAsync();
        await clusters.Second.PrimaryAmongAsync([standby]);
        primary.Start();
        await load.GoesOnAsync("with the killed one as a standby");
        await load.AssertOnceAsync();
    }

    private static int Connections(PatroniNode node) => node.ServerLog.Count(line => line.Contains($"application_name={ScopedMarket.ApplicationName}", StringComparison.Ordinal));
}
