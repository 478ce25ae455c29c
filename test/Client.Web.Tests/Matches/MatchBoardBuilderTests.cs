using ShellCorp.Events;
using ShellCorp.Matches;
using ShellCorp.Web.Live;
using ShellCorp.Web.Matches;
using ShellCorp.Web.Tests.Live;
using ShellCorp.Web.Tests.Scripted;

namespace ShellCorp.Web.Tests.Matches;

public sealed class MatchBoardBuilderTests
{
    private readonly Script _script = DemoLeague.Write(new());

    private MatchView View => _script.Matches[DemoLeague.Live] with { Ratings = _script.RatingsOf(DemoLeague.Live) };

    private MatchBoard Board => MatchBoardBuilder.Build(DemoLeague.Live, LiveState.Empty, View)!;

    [Fact]
    public void A_substitute_takes_the_place_of_who_went_off()
    {
        var home = Board.Home;

        Assert.Equal(11, home.Pitch.Length);
        Assert.Equal(113, home.Pitch[7].PlayerId.Value);
        Assert.Equal("61'", home.Pitch[7].CameOn);
        var off = Assert.Single(home.Bench, p => p.WentOff is not null);
        Assert.Equal((107L, "61'", 0), (off.PlayerId.Value, off.WentOff, off.Rating.DeltaTenths));
    }

    [Fact]
    public void Who_is_sent_off_leaves_the_pitch()
    {
        var view = View;
        var red = new MatchUpdate { Id = "red", MatchId = DemoLeague.Live, Kind = MatchFact.RedCard, TeamId = new(2), PlayerId = new(203), Time = new(MatchPeriod.SecondHalf, 71, 0) };
        var board = MatchBoardBuilder.Build(DemoLeague.Live, LiveState.Empty, view with { Timeline = [.. view.Timeline, red] })!;

        Assert.Equal(10, board.Away.Pitch.Length);
        Assert.True(Assert.Single(board.Away.Bench, p => p.PlayerId.Value == 203).SentOff);
    }

    [Fact]
    public void An_own_goal_stands_on_the_side_it_counts_for_with_the_score_then()
    {
        var view = View;
        var own = new MatchUpdate { Id = "own", MatchId = DemoLeague.Live, Kind = MatchFact.OwnGoal, TeamId = new(1), PlayerId = new(101), Time = new(MatchPeriod.SecondHalf, 71, 0) };
        var entry = MatchBoardBuilder.Build(DemoLeague.Live, LiveState.Empty, view with { Timeline = [.. view.Timeline, own] })!.Timeline[^1];

        Assert.Equal((Side.Away, "own goal, 2–2"), (entry.Side, entry.Detail));
    }

    [Fact]
    public void The_newer_of_live_and_read_wins_for_each_player_and_for_the_score()
    {
        var view = View;
        var live = LiveState.Empty.Apply(new()
        {
            Matches = [view.Summary with { Version = view.Summary.Version + 1, HomeScore = 5 }],
            Ratings = [Told.Rating(101, 9999, 999, match: DemoLeague.Live.Value), Told.Rating(102, 1, 300, match: DemoLeague.Live.Value)],
        }).State;
        var board = MatchBoardBuilder.Build(DemoLeague.Live, live, view)!;

        Assert.Equal(5, board.Summary.HomeScore);
        Assert.Equal(999, board.Players.Single(p => p.PlayerId.Value == 101).Hundredths);
        Assert.NotEqual(300, board.Players.Single(p => p.PlayerId.Value == 102).Hundredths);
    }

    [Fact]
    public void Without_a_line_up_score_and_ratings_are_shown_all_the_same()
    {
        var live = LiveState.Empty.Apply(new() { Matches = [Told.Match(9, 1, home: 1)], Ratings = [Told.Rating(55, 2, 710, match: 9)] }).State;
        var board = MatchBoardBuilder.Build(new(9), live, null)!;

        Assert.False(board.HasSheet);
        Assert.Equal(("Player 55", "7.1"), Assert.Single(board.Players) is var player ? (player.Name, player.Rating.Text) : default);
    }

    [Fact]
    public void The_average_is_weighted_by_minutes()
    {
        PlayerRow Row(int hundredths, int minutes) => Board.Home.Pitch[0] with { Hundredths = hundredths, Minutes = minutes };
        var team = Board.Home with { Pitch = [Row(700, 90), Row(600, 10), Row(900, 0)], Bench = [] };

        Assert.Equal(690, team.AverageHundredths);
        Assert.Null((Board.Home with { Pitch = [], Bench = [] }).AverageHundredths);
    }

    [Fact]
    public void The_same_input_makes_equal_rows()
    {
        Assert.Equal(Board.Home.Pitch.AsEnumerable(), Board.Home.Pitch);
    }

    [Fact]
    public void A_board_is_built_once_for_the_same_picture()
    {
        using var boards = new MatchBoards();
        var view = View;
        var state = LiveState.Empty.Apply(new() { Matches = [view.Summary] }).State;
        var other = state.Apply(new() { Ratings = [Told.Rating(1, 1, match: 4711)] }).State;

        var board = boards.Find(DemoLeague.Live, state, view);

        Assert.Same(board, boards.Find(DemoLeague.Live, other, view));
        var moved = state.Apply(new() { Ratings = [Told.Rating(101, 9999, match: DemoLeague.Live.Value)] }).State;
        Assert.NotSame(board, boards.Find(DemoLeague.Live, moved, view));
    }
}
