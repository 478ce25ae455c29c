using Microsoft.Extensions.Time.Testing;
using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Players;

namespace ShellCorp.Grains.Tests.Players;

public sealed class PlayerRatingPaceTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task A_batch_waits_for_its_turn_to_publish_while_its_rating_can_be_read()
    {
        var clock = new FakeTimeProvider();
        await using var cluster = await GrainsCluster.StartAsync(clock, Interval);
        var sample = new Sample(1);
        var player = sample.HomePlayer(7);
        var grain = cluster.Grains.GetGrain<IPlayerRatingGrain>(player.Value);
        await cluster.DeliverAsync(player, sample.Pass(player, 1));
        clock.Advance(Interval / 2);

        var second = cluster.DeliverAsync(player, sample.Pass(player, 2), sample.Pass(player, 3));
        await Eventually.IsAsync(
            () => grain.GetRatingAsync(sample.Match, CancellationToken.None), rating => rating?.Live.Version == 3, "version 3 to be read before it is published");

        Assert.False(second.IsCompleted);
        Assert.Equal([1], cluster.Log.Ratings.Select(rating => rating.Version));
        clock.Advance(Interval / 2);
        await second;
        Assert.Equal([1, 3], cluster.Log.Ratings.Select(rating => rating.Version));

        clock.Advance(Interval);
        await cluster.DeliverAsync(player, sample.Pass(player, 4));
        Assert.Equal([1, 3, 4], cluster.Log.Ratings.Select(rating => rating.Version));
    }
}
