using ShellCorp.Live;
using ShellCorp.Matches;
using ShellCorp.Web.Live;

namespace ShellCorp.Web.Tests.Live;

public sealed class LiveStateTests
{
    [Fact]
    public void A_newer_version_wins_whatever_the_order()
    {
        var state = LiveState.Empty;
        foreach (var version in new[] { 2, 5, 3, 5, 1 })
            state = state.Apply(new() { Ratings = [Told.Rating(7, version, 600 + version)], Matches = [Told.Match(1, version, home: version)], Teams = [Told.Team(1, version, version)] }).State;

        Assert.Equal(605, state.RatingsOf(new(1))[new(7)].Update.RatingHundredths);
        Assert.Equal(5, state.Matches[new(1)].HomeScore);
        Assert.Equal(5, state.Teams[new(1)].AverageHundredths);
    }

    [Fact]
    public void What_is_old_or_repeated_leaves_the_same_state()
    {
        LiveChanges changes = new() { Ratings = [Told.Rating(7, 2)], Matches = [Told.Match(1, 2)], Teams = [Told.Team(1, 2, 600)] };
        var state = LiveState.Empty.Apply(changes).State;

        var (after, accepted) = state.Apply(changes);

        Assert.Same(state, after);
        Assert.True(accepted.Ratings.IsEmpty && accepted.Matches.IsEmpty && accepted.Teams.IsEmpty);
    }

    [Fact]
    public void A_later_clock_counts_although_no_fact_was_added()
    {
        var state = LiveState.Empty.Apply(new() { Matches = [Told.Match(1, 3, minute: 20)] }).State;

        Assert.Equal(21, state.Apply(new() { Matches = [Told.Match(1, 3, minute: 21)] }).State.Matches[new(1)].Clock.Minute);
        Assert.Equal(20, state.Apply(new() { Matches = [Told.Match(1, 3, minute: 19)] }).State.Matches[new(1)].Clock.Minute);
    }

    [Fact]
    public void The_arrow_tells_the_last_visible_change()
    {
        var state = LiveState.Empty;
        int Delta(int version, int hundredths)
        {
            state = state.Apply(new() { Ratings = [Told.Rating(7, version, hundredths)] }).State;
            return state.RatingsOf(new(1))[new(7)].DeltaTenths;
        }

        Assert.Equal(0, Delta(1, 650));
        Assert.Equal(2, Delta(2, 672));
        Assert.Equal(2, Delta(3, 674));
        Assert.Equal(-3, Delta(4, 640));
    }

    [Fact]
    public void There_is_no_arrow_where_a_rating_is_shown_for_the_first_time()
    {
        var state = LiveState.Empty.Apply(new() { Ratings = [Told.Rating(7, 1, 600, shown: false)] }).State
            .Apply(new() { Ratings = [Told.Rating(7, 2, 690)] }).State;

        Assert.Equal(0, state.RatingsOf(new(1))[new(7)].DeltaTenths);
    }

    [Fact]
    public void The_longest_finished_matches_are_forgotten_above_the_limit()
    {
        var state = LiveState.Empty.Apply(new()
        {
            Matches = [Told.Match(1, 1, day: 1, phase: MatchPhase.Finished), Told.Match(2, 1, day: 2, phase: MatchPhase.Finished), Told.Match(3, 1, day: 0)],
            Ratings = [Told.Rating(7, 1, match: 1), Told.Rating(7, 1, match: 2)],
        }).State.Trim(1);

        Assert.Equal([2L, 3L], state.Matches.Keys.Select(m => m.Value).Order());
        Assert.Empty(state.RatingsOf(new(1)));
        Assert.Single(state.RatingsOf(new(2)));
    }
}
