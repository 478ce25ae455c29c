using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ShellCorp.Matches;
using ShellCorp.Web.Live;

namespace ShellCorp.Web.Tests.Live;

public sealed class LiveBoardTests
{
    [Fact]
    public void The_best_are_those_shown_in_matches_being_played()
    {
        var state = LiveState.Empty.Apply(new()
        {
            Matches = [Told.Match(1, 1), Told.Match(2, 1, phase: MatchPhase.Finished)],
            Ratings =
            [
                Told.Rating(1, 1, 650), Told.Rating(2, 1, 700), Told.Rating(3, 1, 990, shown: false), Told.Rating(4, 1, 980, match: 2),
            ],
        }).State;

        Assert.Equal([2L, 1L], LiveBoard.Of(state).Top.Select(r => r.Update.PlayerId.Value));
    }

    [Fact]
    public void While_nothing_is_played_the_best_are_those_of_the_matches_that_are_over()
    {
        var state = LiveState.Empty.Apply(new() { Matches = [Told.Match(2, 1, phase: MatchPhase.Finished)], Ratings = [Told.Rating(4, 1, 980, match: 2)] }).State;

        Assert.Equal(4, Assert.Single(LiveBoard.Of(state).Top).Update.PlayerId.Value);
    }

    [Fact]
    public void Under_many_changes_the_board_is_made_ten_times_a_second_and_ends_with_the_last()
    {
        var time = new FakeTimeProvider();
        var store = new LiveStore(time, NullLogger<LiveStore>.Instance);
        var boards = new LiveBoards(store, time);
        var made = new HashSet<LiveBoard>(ReferenceEqualityComparer.Instance);
        for (var version = 1; version <= 1000; version++)
        {
            store.Apply(new() { Matches = [Told.Match(1, version, home: version)] });
            time.Advance(TimeSpan.FromMilliseconds(1));
            made.Add(boards.Current);
        }

        Assert.InRange(made.Count, 9, 12);
        time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(1000, boards.Current.Playing[0].Matches[0].HomeScore);
    }
}
