using ShellCorp.Events;
using ShellCorp.Grains.Delivery;
using ShellCorp.Grains.Players;
using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Players;

namespace ShellCorp.Grains.Tests.Players;

public sealed class PlayerRatingGrainTests(SharedCluster shared)
{
    private readonly GrainsCluster _cluster = shared.Cluster;
    private readonly Sample _sample = SharedCluster.NewSample();

    private PlayerId Player => _sample.HomePlayer(7);

    private IPlayerRatingGrain Grain => _cluster.Grains.GetGrain<IPlayerRatingGrain>(Player.Value);

    private string LedgerState => $"rating-{_sample.Match}";

    [Fact]
    public async Task A_batch_is_stored_once_and_published_once()
    {
        await _cluster.DeliverAsync(Player, Passes(0, 5));

        var player = Grain.GetGrainId();
        Assert.Equal([(player, "player-totals"), (player, "player-matches"), (player, LedgerState)], Writes());
        Assert.Equal([5], PublishedVersions());
        Assert.Equal((5, 0), await AppliedAsync());
        Assert.Equal([_sample.Match], await Grain.GetMatchesAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_comes_again_is_counted_and_changes_nothing()
    {
        await _cluster.DeliverAsync(Player, Passes(0, 5));
        await _cluster.DeliverAsync(Player, Passes(0, 5));
        await _cluster.DeliverAsync(Player, [.. Passes(3, 2), .. Passes(5, 1)]);

        Assert.Equal((6, 7), await AppliedAsync());
        Assert.Equal([5, 6], PublishedVersions());
    }

    [Theory]
    [InlineData("player-matches", StorageFault.BeforeWriting)]
    [InlineData("player-matches", StorageFault.AfterWriting)]
    [InlineData("rating", StorageFault.BeforeWriting)]
    [InlineData("rating", StorageFault.AfterWriting)]
    public async Task A_storage_that_fails_fails_the_batch_and_the_next_try_completes_it(string state, StorageFault fault)
    {
        _cluster.Store.Fail(Grain.GetGrainId(), state == "rating" ? LedgerState : state, fault);

        await Assert.ThrowsAnyAsync<Exception>(() => _cluster.DeliverAsync(Player, Passes(0, 5)));
        Assert.Empty(PublishedVersions());
        await _cluster.DeliverAsync(Player, Passes(0, 5));

        Assert.Equal((5, 0), await AppliedAsync());
        Assert.Equal([5], PublishedVersions());
        Assert.Equal([_sample.Match], await Grain.GetMatchesAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(StorageFault.BeforeWriting)]
    [InlineData(StorageFault.AfterWriting)]
    public async Task A_storage_that_fails_later_loses_nothing_of_what_was_noted(StorageFault fault)
    {
        await _cluster.DeliverAsync(Player, Passes(0, 5));
        await _cluster.DeliverAsync(Player, Passes(0, 2));
        _cluster.Store.Fail(Grain.GetGrainId(), LedgerState, fault);

        await Assert.ThrowsAnyAsync<Exception>(() => _cluster.DeliverAsync(Player, Passes(5, 3)));
        await _cluster.DeliverAsync(Player, Passes(5, 3));

        Assert.Equal((8, 2), await AppliedAsync());
        Assert.Equal([5, 8], PublishedVersions());
    }

    [Fact]
    public async Task A_state_that_another_has_written_deactivates_and_the_next_activation_goes_on()
    {
        await _cluster.DeliverAsync(Player, Passes(0, 5));
        _cluster.Store.Fail(Grain.GetGrainId(), LedgerState, StorageFault.Conflict);
        var gone = _cluster.WaitForDeactivationAsync(Grain);

        await Assert.ThrowsAsync<Orleans.Storage.InconsistentStateException>(() => _cluster.DeliverAsync(Player, Passes(5, 1)));
        await gone;
        await _cluster.DeliverAsync(Player, Passes(5, 1));

        Assert.Equal((6, 0), await AppliedAsync());
        Assert.Equal([5, 6], PublishedVersions());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_log_that_fails_fails_the_batch_and_the_next_try_publishes(bool isWritten)
    {
        _cluster.Log.FailNext<LiveRatingUpdate>(rating => rating.PlayerId == Player, isWritten);

        await Assert.ThrowsAsync<IOException>(() => _cluster.DeliverAsync(Player, [.. Passes(0, 5), .. Passes(0, 1)]));
        Assert.Equal((5, 0), await AppliedAsync());
        await _cluster.DeliverAsync(Player, [.. Passes(0, 5), .. Passes(0, 1)]);

        Assert.Equal((5, 1), await AppliedAsync());
        Assert.Equal(isWritten ? [5, 5] : [5], PublishedVersions());
        AssertSameContentUnderSameId();
    }

    [Fact]
    public async Task A_crash_between_storing_and_publishing_publishes_what_was_stored()
    {
        _cluster.Log.FailNext<LiveRatingUpdate>(rating => rating.PlayerId == Player, isWritten: false);
        await Assert.ThrowsAsync<IOException>(() => _cluster.DeliverAsync(Player, Passes(0, 5)));
        await _cluster.CrashAsync(Grain, LedgerState);

        await _cluster.DeliverAsync(Player, Passes(0, 5));

        Assert.Equal([5], PublishedVersions());
        Assert.Equal((5, 0), await AppliedAsync());
    }

    [Fact]
    public async Task A_crash_after_publishing_repeats_the_id_with_the_same_content()
    {
        await _cluster.DeliverAsync(Player, Passes(0, 5));
        await _cluster.CrashAsync(Grain, LedgerState);

        await _cluster.DeliverAsync(Player, Passes(0, 5));

        Assert.Equal([5, 5], PublishedVersions());
        AssertSameContentUnderSameId();
    }

    [Fact]
    public async Task Deactivated_in_good_order_it_remembers_what_it_published_and_counted()
    {
        await _cluster.DeliverAsync(Player, Passes(0, 5));
        await _cluster.DeliverAsync(Player, Passes(0, 2));
        await _cluster.DeactivateAsync(Grain);

        await _cluster.DeliverAsync(Player, Passes(0, 1));

        Assert.Equal((5, 3), await AppliedAsync());
        Assert.Equal([5], PublishedVersions());
    }

    [Fact]
    public async Task A_refused_event_takes_its_batch_along_and_leaves_no_trace()
    {
        await _cluster.DeliverAsync(Player, Passes(0, 2));
        var invalid = _sample.Pass(Player, 3) with { Time = new(MatchPeriod.FirstHalf, 999, 0) };

        var refused = await Assert.ThrowsAsync<EventRefusedException>(() => _cluster.DeliverAsync(Player, [.. Passes(2, 1), invalid]));
        Assert.Equal((invalid.Id, "minute"), (refused.EventId, Assert.Single(refused.Errors).Field));
        Assert.Equal((2, 0), await AppliedAsync());
        await _cluster.DeliverAsync(Player, Passes(2, 1));

        Assert.Equal((3, 0), await AppliedAsync());
    }

    [Fact]
    public async Task Another_player_s_event_under_this_key_is_refused()
    {
        var refused = await Assert.ThrowsAsync<EventRefusedException>(() => _cluster.DeliverAsync(Player, _sample.Pass(_sample.HomePlayer(8), 1)));

        Assert.Equal("playerId", Assert.Single(refused.Errors).Field);
    }

    [Fact]
    public async Task A_player_whom_the_line_up_doesn_t_name_is_refused_once_it_is_known()
    {
        var stranger = new PlayerId(_sample.HomePlayer(99).Value);
        await _cluster.DeliverAsync(stranger, _sample.Pass(stranger, 1));
        await _cluster.DeliverAsync(_sample.Match, _sample.LineUp());

        var refused = await Assert.ThrowsAsync<EventRefusedException>(() => _cluster.DeliverAsync(stranger, _sample.Pass(stranger, 2)));
        Assert.Equal("playerId", Assert.Single(refused.Errors).Field);

        await _cluster.DeliverAsync(stranger, _sample.Pass(stranger, 1));
        await _cluster.DeliverAsync(Player, Passes(0, 1));
        Assert.Equal((1, 0), await AppliedAsync());
    }

    [Fact]
    public async Task Only_the_event_under_the_wrong_team_is_refused()
    {
        await _cluster.DeliverAsync(_sample.Match, _sample.LineUp());
        await _cluster.DeliverAsync(Player, _sample.Pass(Player, 1) with { TeamId = _sample.Home });

        var refused = await Assert.ThrowsAsync<EventRefusedException>(
            () => _cluster.DeliverAsync(Player, _sample.Pass(Player, 2), _sample.Pass(Player, 3) with { TeamId = _sample.Away }));

        Assert.Equal((_sample.Pass(Player, 3).Id, "teamId"), (refused.EventId, Assert.Single(refused.Errors).Field));
    }

    [Fact]
    public async Task A_team_is_right_as_soon_as_the_corrected_line_up_says_so()
    {
        await _cluster.DeliverAsync(_sample.Match, _sample.LineUp());
        await _cluster.DeliverAsync(Player, _sample.Pass(Player, 1) with { TeamId = _sample.Home });
        var (home, away) = (_sample.Sheet.Home, _sample.Sheet.Away);
        var corrected = _sample.LineUp("line-up-corrected") with
        {
            Sheet = _sample.Sheet with { Home = home with { Squad = away.Squad }, Away = away with { Squad = home.Squad } },
        };
        await _cluster.DeliverAsync(_sample.Match, corrected);

        await _cluster.DeliverAsync(Player, _sample.Pass(Player, 2) with { TeamId = _sample.Away });

        Assert.Equal((2, 0), await AppliedAsync());
    }

    [Fact]
    public async Task A_source_gone_wild_is_refused_at_the_limit()
    {
        await _cluster.DeliverAsync(Player, Passes(0, AppliedEvents.Limit));

        var refused = await Assert.ThrowsAsync<EventRefusedException>(() => _cluster.DeliverAsync(Player, Passes(AppliedEvents.Limit, 1)));
        Assert.Equal("matchId", Assert.Single(refused.Errors).Field);
        await _cluster.DeliverAsync(Player, Passes(AppliedEvents.Limit - 1, 1));

        Assert.Equal((AppliedEvents.Limit, 1), await AppliedAsync());
    }

    [Fact]
    public async Task What_the_match_derived_needs_no_place_in_the_line_up()
    {
        await _cluster.DeliverAsync(_sample.Match, _sample.LineUp());
        var stranger = new PlayerId(_sample.HomePlayer(99).Value);

        await _cluster.DeliverAsync(stranger, _sample.Pass(stranger, 1) with { Kind = PlayerAction.Goal });

        Assert.NotNull(await _cluster.Grains.GetGrain<IPlayerRatingGrain>(stranger.Value).GetRatingAsync(_sample.Match, CancellationToken.None));
    }

    [Fact]
    public async Task Matches_long_let_go_of_are_recognised_and_read()
    {
        Sample[] matches = [.. Enumerable.Range(0, new PlayerRatingOptions().LedgersInMemory + 3).Select(_ => SharedCluster.NewSample())];
        foreach (var match in matches)
            await _cluster.DeliverAsync(Player, match.Pass(Player, 1), match.Pass(Player, 2));

        await _cluster.DeliverAsync(Player, [.. matches.Select(match => match.Pass(Player, 1))]);

        Assert.All(matches, match => Assert.Single(_cluster.Log.Ratings, rating => rating.PlayerId == Player && rating.MatchId == match.Match));
        foreach (var match in matches)
        {
            var rating = await Grain.GetRatingAsync(match.Match, CancellationToken.None);
            Assert.Equal((2, 1), (rating?.Live.Version, rating?.Duplicates));
        }
    }

    [Fact]
    public async Task A_rating_is_explained()
    {
        await _cluster.DeliverAsync(_sample.Match, _sample.LineUp());
        await _cluster.DeliverAsync(Player, [.. _cluster.Log.Players.Where(update => update.PlayerId == Player), .. Passes(0, 30)]);

        var explanation = await Grain.ExplainAsync(_sample.Match, CancellationToken.None);

        Assert.NotNull(explanation);
        Assert.True(explanation.Rating.WasOnPitch);
        Assert.InRange(explanation.Contributions.Length, 1, 20);
        Assert.Equal(explanation.Rating.Live.RatingHundredths, explanation.Line[^1].RatingHundredths);
        Assert.Null(await Grain.ExplainAsync(new(_sample.Match.Value + 1_000_000), CancellationToken.None));
    }

    private PlayerUpdate[] Passes(int first, int count) => [.. Enumerable.Range(first, count).Select(number => _sample.Pass(Player, number))];

    private async Task<(int? Applied, int? Duplicates)> AppliedAsync()
    {
        var rating = await Grain.GetRatingAsync(_sample.Match, CancellationToken.None);
        return (rating?.Live.Version, rating?.Duplicates);
    }

    private IEnumerable<(GrainId, string)> Writes() => _cluster.Store.Writes.Where(write => write.Grain == Grain.GetGrainId());

    private LiveRatingUpdate[] Published() => [.. _cluster.Log.Ratings.Where(rating => rating.PlayerId == Player && rating.MatchId == _sample.Match)];

    private IEnumerable<int> PublishedVersions() => Published().Select(rating => rating.Version);

    private void AssertSameContentUnderSameId() =>
        Assert.All(Published(), rating => Assert.Equivalent(Published().First(first => first.Id == rating.Id), rating, strict: true));
}
