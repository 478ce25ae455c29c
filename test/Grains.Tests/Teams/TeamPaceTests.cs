using Microsoft.Extensions.Time.Testing;
using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Teams;

namespace ShellCorp.Grains.Tests.Teams;

public sealed class TeamPaceTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task A_delivery_waits_for_its_turn_to_be_stored_and_isn_t_acknowledged_before()
    {
        var clock = new FakeTimeProvider();
        await using var cluster = await GrainsCluster.StartAsync(clock, Interval);
        var sample = new Sample(1);
        var team = cluster.Grains.GetGrain<ITeamPerformanceGrain>(sample.Home.Value);
        await cluster.DeliverAsync(sample.Home, sample.Rating(sample.HomePlayer(1), 1, 600, sample.Home));

        var second = cluster.DeliverAsync(sample.Home, sample.Rating(sample.HomePlayer(1), 2, 700, sample.Home));
        Assert.Equal(600, (await team.GetViewAsync(CancellationToken.None)).Summary.AverageHundredths);
        Assert.False(second.IsCompleted);

        await Eventually.HoldAsync(
            "the second delivery to be acknowledged as time goes on",
            () =>
            {
                clock.Advance(Interval);
                return second.IsCompleted;
            });
        await second;
        Assert.Equal(700, (await team.GetViewAsync(CancellationToken.None)).Summary.AverageHundredths);
    }
}
