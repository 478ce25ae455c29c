using ShellCorp.Events;
using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Teams;

namespace ShellCorp.Grains.Tests.Teams;

public sealed class TeamPerformanceGrainTests(SharedCluster shared)
{
    private readonly GrainsCluster _cluster = shared.Cluster;
    private readonly Sample _sample = SharedCluster.NewSample();

    private ITeamPerformanceGrain Grain => _cluster.Grains.GetGrain<ITeamPerformanceGrain>(_sample.Home.Value);

    private string MatchState => $"team-match-{_sample.Match}";

    [Fact]
    public async Task What_was_acknowledged_is_exact_after_a_crash()
    {
        var other = SharedCluster.NewSample();
        await _cluster.DeliverAsync(_sample.Home, Rating(1, 5, 700), other.Rating(_sample.HomePlayer(1), 3, 600, _sample.Home));
        await _cluster.DeliverAsync(_sample.Home, Rating(1, 6, 720), Rating(2, 1, 680));
        var before = await Grain.GetViewAsync(CancellationToken.None);
        await _cluster.CrashAsync(Grain, MatchState, "team");

        var after = await Grain.GetViewAsync(CancellationToken.None);

        Assert.Equivalent(before, after, strict: true);
        Assert.Equal((700, 10), (after.Matches.Single(match => match.MatchId == _sample.Match).AverageHundredths, after.Summary.Version));
    }

    [Theory]
    [InlineData("team", StorageFault.BeforeWriting)]
    [InlineData("team", StorageFault.AfterWriting)]
    [InlineData("match", StorageFault.BeforeWriting)]
    [InlineData("match", StorageFault.AfterWriting)]
    public async Task A_storage_that_fails_fails_the_batch_and_the_next_try_completes_it(string state, StorageFault fault)
    {
        _cluster.Store.Fail(Grain.GetGrainId(), state == "team" ? state : MatchState, fault);

        await Assert.ThrowsAnyAsync<Exception>(() => _cluster.DeliverAsync(_sample.Home, Rating(1, 5, 700)));
        await _cluster.DeliverAsync(_sample.Home, Rating(1, 5, 700));
        await _cluster.CrashAsync(Grain);

        Assert.Equal(700, (await Grain.GetViewAsync(CancellationToken.None)).Summary.AverageHundredths);
    }

    [Fact]
    public async Task A_state_that_another_has_written_deactivates_and_the_next_activation_goes_on()
    {
        await _cluster.DeliverAsync(_sample.Home, Rating(1, 5, 700));
        _cluster.Store.Fail(Grain.GetGrainId(), MatchState, StorageFault.Conflict);
        var gone = _cluster.WaitForDeactivationAsync(Grain);

        await Assert.ThrowsAsync<Orleans.Storage.InconsistentStateException>(() => _cluster.DeliverAsync(_sample.Home, Rating(1, 6, 720)));
        await gone;
        await _cluster.DeliverAsync(_sample.Home, Rating(1, 6, 720));

        Assert.Equal(720, (await Grain.GetViewAsync(CancellationToken.None)).Summary.AverageHundredths);
    }

    [Fact]
    public async Task The_name_is_learnt_also_from_a_line_up_that_comes_late()
    {
        await _cluster.DeliverAsync(_sample.Home, Rating(1, 5, 700));
        var before = await Grain.GetViewAsync(CancellationToken.None);
        await _cluster.DeliverAsync(_sample.Match, _sample.LineUp());
        await _cluster.DeliverAsync(_sample.Home, Rating(1, 5, 700));

        var after = await Grain.GetViewAsync(CancellationToken.None);

        Assert.Equal((_sample.Home.ToString(), _sample.Sheet.Home.Name), (before.Summary.Name, after.Summary.Name));
        Assert.True(after.Summary.Version > before.Summary.Version);
    }

    [Fact]
    public async Task Ratings_of_no_team_are_taken_and_forgotten()
    {
        var none = new TeamId(0);
        await _cluster.DeliverAsync(none, _sample.Rating(_sample.HomePlayer(1), 5));

        Assert.Empty((await _cluster.Grains.GetGrain<ITeamPerformanceGrain>(0).GetViewAsync(CancellationToken.None)).Matches);
    }

    [Fact]
    public async Task Another_team_s_rating_under_this_key_is_refused()
    {
        var refused = await Assert.ThrowsAsync<EventRefusedException>(
            () => _cluster.DeliverAsync(_sample.Home, _sample.Rating(_sample.HomePlayer(1), 5, team: _sample.Away)));

        Assert.Equal("teamId", Assert.Single(refused.Errors).Field);
    }

    private LiveRatingUpdate Rating(int shirt, int version, int hundredths) =>
        _sample.Rating(_sample.HomePlayer(shirt), version, hundredths, _sample.Home);
}
