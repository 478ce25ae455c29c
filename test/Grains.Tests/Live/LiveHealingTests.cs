using Microsoft.Extensions.Time.Testing;
using ShellCorp.Grains.Live;
using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Live;
using ShellCorp.Matches;

namespace ShellCorp.Grains.Tests.Live;

public sealed class LiveHealingTests : IAsyncLifetime
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private readonly FakeTimeProvider _clock = new();
    private readonly Sample _sample = new(1);
    private GrainsCluster? _cluster;

    private GrainsCluster Cluster => _cluster!;

    private ILiveHubGrain Hub => Cluster.Grains.GetGrain<ILiveHubGrain>(0);

    [Fact]
    public async Task A_hub_activated_anew_hears_everything_of_a_running_match_without_a_change()
    {
        await Cluster.DeliverAsync(_sample.Match, _sample.LineUp(), _sample.Start(MatchPeriodOne));
        await Cluster.DeliverAsync(_sample.Match, _sample.Rating(_sample.HomePlayer(1), 1), _sample.Rating(_sample.HomePlayer(2), 1));
        await SnapshotAsync(snapshot => snapshot is { Matches.Length: 1, Ratings.Length: 2 }, "the match and two ratings", Interval);

        await Cluster.DeactivateAsync(Hub);

        await SnapshotAsync(
            snapshot => snapshot is { Matches.Length: 1, Ratings.Length: 2 }, "the match and two ratings again", new LiveOptions().HeartbeatInterval);
    }

    [Fact]
    public async Task A_hub_activated_anew_asks_the_teams_that_line_ups_named()
    {
        await Cluster.DeliverAsync(_sample.Match, _sample.LineUp());
        await Cluster.DeliverAsync(_sample.Home, _sample.Rating(_sample.HomePlayer(1), 1, team: _sample.Home, final: true));
        await SnapshotAsync(snapshot => snapshot.Teams.Length == 1, "the team", Interval);

        await Cluster.DeactivateAsync(Hub);

        // The clock stands still: the hub asks by itself, at once.
        await SnapshotAsync(snapshot => snapshot.Teams.Length == 1, "the team again", TimeSpan.Zero);
    }

    [Fact]
    public async Task A_finished_match_is_told_to_its_end()
    {
        await Cluster.DeliverAsync(_sample.Match, [.. _sample.Story()]);

        await SnapshotAsync(snapshot => snapshot.Matches is [{ Phase: MatchPhase.Finished, HomeScore: 2, AwayScore: 1 }], "the final score", Interval);
    }

    public async ValueTask InitializeAsync() => _cluster = await GrainsCluster.StartAsync(_clock, Interval);

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();

    private static ShellCorp.Events.MatchPeriod MatchPeriodOne => ShellCorp.Events.MatchPeriod.FirstHalf;

    private Task<LiveChanges> SnapshotAsync(Func<LiveChanges, bool> isRight, string expected, TimeSpan step) => Eventually.ReachAsync(
        expected,
        () =>
        {
            _clock.Advance(step);
            return Hub.GetSnapshotAsync(CancellationToken.None);
        },
        isRight);
}
