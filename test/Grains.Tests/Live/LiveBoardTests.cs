using ShellCorp.Grains.Live;
using ShellCorp.Grains.Tests.Clusters;
using ShellCorp.Matches;

namespace ShellCorp.Grains.Tests.Live;

public sealed class LiveBoardTests
{
    private readonly LiveBoard _board = new(new() { FinishedMatches = 2, Matches = 4 });

    [Fact]
    public void Only_what_is_newer_is_taken_and_told()
    {
        var sample = new Sample(1);
        var taken = _board.Add(new()
        {
            Matches = [Summaries.Of(1, 2)],
            Ratings = [sample.Rating(sample.HomePlayer(1), 2), sample.Rating(sample.HomePlayer(2), 2)],
            Teams = [Summaries.Team(1, 2)],
        });
        var again = _board.Add(new()
        {
            Matches = [Summaries.Of(1, 1)],
            Ratings = [sample.Rating(sample.HomePlayer(1), 2), sample.Rating(sample.HomePlayer(2), 3)],
            Teams = [Summaries.Team(1, 2)],
        });

        Assert.Equal((1, 2, 1), (taken.Matches.Length, taken.Ratings.Length, taken.Teams.Length));
        Assert.Equal((0, 3, 0), (again.Matches.Length, Assert.Single(again.Ratings).Version, again.Teams.Length));
        Assert.Equal([2, 3], _board.Snapshot.Ratings.Select(rating => rating.Version).Order());
    }

    [Fact]
    public void Of_finished_matches_those_that_changed_last_are_kept_with_their_ratings()
    {
        _board.Add(new() { Matches = [Summaries.Of(9, 1)] });
        foreach (var number in (long[])[1, 2, 3])
        {
            var sample = new Sample(number);
            _board.Add(new() { Matches = [Summaries.Of(number, 1, phase: MatchPhase.Finished)], Ratings = [sample.Rating(sample.HomePlayer(1), 1)] });
        }

        Assert.Equal([2, 3, 9], _board.Snapshot.Matches.Select(match => match.MatchId.Value).Order());
        Assert.Equal([2, 3], _board.Snapshot.Ratings.Select(rating => rating.MatchId.Value).Order());
    }

    [Fact]
    public void There_is_a_bound_also_for_matches_that_never_end()
    {
        foreach (var number in (long[])[1, 2, 3, 4, 5])
            _board.Add(new() { Matches = [Summaries.Of(number, 1)] });

        Assert.Equal([2, 3, 4, 5], _board.Snapshot.Matches.Select(match => match.MatchId.Value).Order());
    }
}
