using ShellCorp.Counters.Tests.Systems;

namespace ShellCorp.Counters.Tests.Sending;

/// <summary>Riak is away for long.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task While_riak_is_away_counting_goes_on_the_silo_says_how_far_it_is_behind_and_nothing_piles_up()
    {
        const int Players = 200;
        const int Each = 500;
        await using var riak = new RiakTarget();
        riak.Proxy.Cut();
        using var silo = new PumpInTest(riak.Store());
        var folds = Enumerable.Range(1, Players).Select(player => new StoredFold(player)).ToList();
        var activations = folds.ConvertAll(fold => fold.Activate(silo.Pump));
        for (var i = 0; i < Each; i++)
        {
            foreach (var (index, fold) in folds.Index())
                await fold.CountAsync(activations[index], 1);
        }

        var status = await Eventually.ReachAsync("a problem to be told", () => silo.Pump.Status, status => status.Problem is not null);
        Assert.Equal((Players * Each, Players), (status.Behind, status.Players));
        Assert.True(silo.Pump.Waiting <= 2 * Players, $"{silo.Pump.Waiting} places in the line for {Players} players.");

        var before = riak.Proxy.Requests;
        riak.Proxy.Mend();
        await Eventually.HoldAsync("all counters exact", () => silo.Pump.Status.Behind == 0, () => $"{silo.Pump.Status}");
        Assert.Null(silo.Pump.Status.Problem);
        Assert.True(riak.Proxy.Requests - before <= 5 * Players, $"{riak.Proxy.Requests - before} requests to make up for {Players * Each} counts of {Players} players.");
        foreach (var fold in folds)
            Assert.Equal(Each, (await riak.DirectStore().ReadOwnAsync(fold.Key.Player, default))[StoredFold.Field]);
    }
}
