using ShellCorp.Events;
using ShellCorp.Grains.Matches;
using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Matches;
using ShellCorp.Registry;

namespace ShellCorp.Grains.Tests.Matches;

public sealed class MatchGrainTests(SharedCluster shared)
{
    private readonly GrainsCluster _cluster = shared.Cluster;
    private readonly Sample _sample = SharedCluster.NewSample();

    private IMatchGrain Grain => _cluster.Grains.GetGrain<IMatchGrain>(_sample.Match.Value);

    [Fact]
    public async Task A_late_line_up_makes_the_updates_of_all_earlier_facts()
    {
        var facts = _sample.Story();
        await _cluster.DeliverAsync(_sample.Match, [.. facts.Skip(1)]);
        var before = Derived().Length;
        await _cluster.DeliverAsync(_sample.Match, facts[0]);

        Assert.Equal(7, before);
        AssertDerivedOnce(facts);
        var view = await Grain.GetViewAsync(CancellationToken.None);
        Assert.Equal((2, 1, 14, 0), (view.Summary.HomeScore, view.Summary.AwayScore, view.Applied, view.Duplicates));
    }

    [Fact]
    public async Task What_comes_again_is_counted_and_derives_nothing()
    {
        await _cluster.DeliverAsync(_sample.Match, [.. _sample.Story()]);
        await _cluster.DeliverAsync(_sample.Match, [.. _sample.Story()]);

        AssertDerivedOnce(_sample.Story());
        var view = await Grain.GetViewAsync(CancellationToken.None);
        Assert.Equal((14, 14), (view.Applied, view.Duplicates));
    }

    [Theory]
    [InlineData(StorageFault.BeforeWriting)]
    [InlineData(StorageFault.AfterWriting)]
    public async Task A_storage_that_fails_fails_the_batch_and_the_next_try_completes_it(StorageFault fault)
    {
        _cluster.Store.Fail(Grain.GetGrainId(), "match", fault);

        await Assert.ThrowsAnyAsync<Exception>(() => _cluster.DeliverAsync(_sample.Match, [.. _sample.Story()]));
        Assert.Empty(Derived());
        await _cluster.DeliverAsync(_sample.Match, [.. _sample.Story()]);

        AssertDerivedOnce(_sample.Story());
        var view = await Grain.GetViewAsync(CancellationToken.None);
        Assert.Equal((14, 0), (view.Applied, view.Duplicates));
    }

    [Fact]
    public async Task A_state_that_another_has_written_deactivates_and_the_next_activation_goes_on()
    {
        await _cluster.DeliverAsync(_sample.Match, _sample.LineUp());
        _cluster.Store.Fail(Grain.GetGrainId(), "match", StorageFault.Conflict);
        var gone = _cluster.WaitForDeactivationAsync(Grain);

        await Assert.ThrowsAsync<Orleans.Storage.InconsistentStateException>(() => _cluster.DeliverAsync(_sample.Match, [.. _sample.Story()]));
        await gone;
        await _cluster.DeliverAsync(_sample.Match, [.. _sample.Story()]);

        AssertDerivedOnce(_sample.Story());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_log_that_fails_fails_the_batch_and_the_next_try_completes_it(bool isWritten)
    {
        _cluster.Log.FailNext<PlayerUpdate>(update => update.MatchId == _sample.Match, isWritten);

        await Assert.ThrowsAsync<IOException>(() => _cluster.DeliverAsync(_sample.Match, [.. _sample.Story()]));
        await _cluster.DeliverAsync(_sample.Match, [.. _sample.Story()]);

        AssertDerived(_sample.Story(), times: isWritten ? 2 : 1);
        Assert.Equal(0, (await Grain.GetViewAsync(CancellationToken.None)).Duplicates);
    }

    [Fact]
    public async Task A_crash_between_storing_and_deriving_derives_what_was_stored()
    {
        _cluster.Log.FailNext<PlayerUpdate>(update => update.MatchId == _sample.Match, isWritten: false);
        await Assert.ThrowsAsync<IOException>(() => _cluster.DeliverAsync(_sample.Match, [.. _sample.Story()]));
        await _cluster.CrashAsync(Grain, "match");

        await _cluster.DeliverAsync(_sample.Match, _sample.Story()[^1]);

        AssertDerivedOnce(_sample.Story());
    }

    [Fact]
    public async Task A_crash_after_deriving_repeats_ids_with_the_same_content()
    {
        await _cluster.DeliverAsync(_sample.Match, [.. _sample.Story()]);
        await _cluster.CrashAsync(Grain, "match");

        await _cluster.DeliverAsync(_sample.Match, [.. _sample.Story()]);

        AssertDerived(_sample.Story(), times: 2);
    }

    [Fact]
    public async Task A_fact_that_doesn_t_fit_the_line_up_is_refused_and_leaves_no_trace()
    {
        await _cluster.DeliverAsync(_sample.Match, _sample.LineUp());
        var derived = Derived().Length;

        var refused = await Assert.ThrowsAsync<EventRefusedException>(() => _cluster.DeliverAsync(
            _sample.Match, _sample.Goal(5, _sample.Home, _sample.HomePlayer(9)), _sample.Goal(6, new(77), _sample.HomePlayer(9))));

        Assert.Equal("teamId", Assert.Single(refused.Errors).Field);
        Assert.Equal(derived, Derived().Length);
        Assert.Equal(1, (await Grain.GetViewAsync(CancellationToken.None)).Applied);
    }

    [Fact]
    public async Task An_invalid_fact_and_another_match_s_fact_are_refused()
    {
        var invalid = await Assert.ThrowsAsync<EventRefusedException>(
            () => _cluster.DeliverAsync(_sample.Match, _sample.LineUp() with { Sheet = null }));
        var other = await Assert.ThrowsAsync<EventRefusedException>(
            () => _cluster.DeliverAsync(_sample.Match, SharedCluster.NewSample().LineUp()));

        Assert.Equal(("sheet", "matchId"), (Assert.Single(invalid.Errors).Field, Assert.Single(other.Errors).Field));
    }

    [Fact]
    public async Task A_line_up_makes_match_and_players_known_also_when_the_registry_fails_first()
    {
        var registry = _cluster.Grains.GetGrain<IMatchRegistryGrain>(0);
        var player = _sample.AwayPlayer(3);
        var shard = _cluster.Grains.GetGrain<IPlayerRegistryGrain>(PlayerShards.Of(player));
        _cluster.Store.Fail(shard.GetGrainId(), "players", StorageFault.AfterWriting);

        await Assert.ThrowsAnyAsync<Exception>(() => _cluster.DeliverAsync(_sample.Match, _sample.LineUp()));
        await _cluster.DeliverAsync(_sample.Match, _sample.LineUp());

        Assert.Contains(_sample.Match, await registry.ListAsync(CancellationToken.None));
        var profile = await shard.FindAsync(player, CancellationToken.None);
        Assert.Equal(("Away 3", PlayerRole.Defender, _sample.Away), (profile?.Name, profile?.Role, profile?.TeamId));
        AssertDerivedOnce([_sample.LineUp()]);
    }

    [Fact]
    public async Task A_match_known_through_ratings_alone_is_listed_and_finds_them_again_after_a_crash()
    {
        var player = _sample.HomePlayer(7);
        await _cluster.DeliverAsync(player, _sample.Pass(player, 1), _sample.Pass(player, 2));
        await _cluster.DeliverAsync(_sample.Match, [.. _cluster.Log.Ratings.Where(rating => rating.MatchId == _sample.Match)]);
        await _cluster.CrashAsync(Grain);

        var view = await Grain.GetViewAsync(CancellationToken.None);

        Assert.Equal(2, Assert.Single(view.Ratings).Version);
        Assert.Equal(_sample.Match, view.Summary.MatchId);
        Assert.Contains(_sample.Match, await _cluster.Grains.GetGrain<IMatchRegistryGrain>(0).ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_ratings_of_the_squads_are_found_again_after_a_crash()
    {
        await _cluster.DeliverAsync(_sample.Match, _sample.LineUp());
        foreach (var update in Derived())
            await _cluster.DeliverAsync(update.PlayerId, update);

        await _cluster.CrashAsync(Grain, "match");

        Assert.Equal(22, (await Grain.GetViewAsync(CancellationToken.None)).Ratings.Length);
    }

    [Fact]
    public async Task An_older_rating_changes_nothing()
    {
        var player = _sample.HomePlayer(7);
        await _cluster.DeliverAsync(_sample.Match, _sample.Rating(player, 5, 700), _sample.Rating(player, 4, 600));
        await _cluster.DeliverAsync(_sample.Match, _sample.Rating(player, 3, 500), _sample.Rating(player, 5, 700));

        Assert.Equal(700, Assert.Single((await Grain.GetViewAsync(CancellationToken.None)).Ratings).RatingHundredths);
    }

    private PlayerUpdate[] Derived() => [.. _cluster.Log.Players.Where(update => update.MatchId == _sample.Match)];

    private void AssertDerivedOnce(IReadOnlyCollection<MatchUpdate> facts) => AssertDerived(facts, times: 1);

    private void AssertDerived(IReadOnlyCollection<MatchUpdate> facts, int times)
    {
        var expected = MatchDerivation.Derive(facts).ToDictionary(update => update.Id);
        Assert.Equal(expected.Count * times, Derived().Length);
        Assert.Equal(expected.Count, Derived().DistinctBy(update => update.Id).Count());
        Assert.All(Derived(), update => Assert.Equal(expected[update.Id], update));
    }
}
