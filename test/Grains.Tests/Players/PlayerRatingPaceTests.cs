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
        cluster.Connect();
        await cluster.Log.AppendAsync([sample.Pass(player, 1)], CancellationToken.None);
        await Eventually.HoldAsync("version 1 to be published at once", () => cluster.Log.Ratings.Count == 1);

        await cluster.Log.AppendAsync([sample.Pass(player, 2)], CancellationToken.None);
        await Eventually.ReachAsync(
            "version 2 to be read before it is published",
            () => grain.GetRatingAsync(sample.Match, CancellationToken.None),
            rating => rating?.Live.Version == 2);
        Assert.Single(cluster.Log.Ratings);

        await Eventually.HoldAsync("version 2 to be published as time goes on", () => IsPublishedAfter(Interval, 2));
        clock.Advance(Interval);
        await cluster.Log.AppendAsync([sample.Pass(player, 3)], CancellationToken.None);
        await Eventually.HoldAsync("version 3 to be published at once", () => cluster.Log.Ratings.Count == 3);
        Assert.Equal([1, 2, 3], cluster.Log.Ratings.Select(rating => rating.Version));

        bool IsPublishedAfter(TimeSpan time, int version)
        {
            clock.Advance(time);
            return cluster.Log.Ratings.Any(rating => rating.Version == version);
        }
    }

    [Fact]
    public async Task Another_match_of_the_player_waits_as_well()
    {
        var clock = new FakeTimeProvider();
        await using var cluster = await GrainsCluster.StartAsync(clock, Interval);
        var (first, second) = (new Sample(1), new Sample(2));
        var player = first.HomePlayer(7);
        var grain = cluster.Grains.GetGrain<IPlayerRatingGrain>(player.Value);
        await cluster.DeliverAsync(player, first.Pass(player, 1));

        var delivered = cluster.DeliverAsync(player, second.Pass(player, 1));
        await Eventually.ReachAsync(
            "the other match to be read before it is published",
            () => grain.GetRatingAsync(second.Match, CancellationToken.None),
            rating => rating?.Live.Version == 1);
        Assert.Equal(first.Match, Assert.Single(cluster.Log.Ratings).MatchId);

        await Eventually.HoldAsync("the other match to be published as time goes on", IsDeliveredAfterAnInterval);
        await delivered;
        Assert.Equal([first.Match, second.Match], cluster.Log.Ratings.Select(rating => rating.MatchId));

        bool IsDeliveredAfterAnInterval()
        {
            clock.Advance(Interval);
            return delivered.IsCompleted;
        }
    }
}
