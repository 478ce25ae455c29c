using ShellCorp.Events;

namespace ShellCorp.Feeds.Tests.Wyscout;

/// <summary>Data with gaps and contradictions: the door takes all that is told of them.</summary>
public sealed class WyscoutTrapTests
{
    [Fact]
    public async Task Whoever_acts_is_in_a_squad_and_acts_for_its_team()
    {
        var match = await new TrapMatch().ReadAsync(
            "1H,1,0,301,8,85,1801", "1H,2,77,302,8,85,1801", "1H,3,0,201,2,20,1702", "1H,4,1,202,8,85,1801", "1H,5,0,303,10,100,101", "1H,6,2,304,8,85,",
            "P,5,0,305,3,35,101");

        DoorRules.AssertPassed(match);
        Assert.Equal([301, 302, 303, 305], Bench(TrapMatch.SheetOf(match).Home));
        Assert.Equal([304], Bench(TrapMatch.SheetOf(match).Away));
        Assert.Equal(new TeamId(1), Assert.Single(match.Facts(MatchFact.Goal)).TeamId);
    }

    [Fact]
    public async Task What_neither_a_player_nor_a_team_did_is_an_interruption()
    {
        var match = await new TrapMatch().ReadAsync(
            "1H,1,0,0,10,100,101", "1H,2,77,0,7,72,102", "P,5,0,0,3,35,101", "1H,900,2,0,10,100,101", "1H,950,2,0,7,72,102");

        DoorRules.AssertPassed(match);
        Assert.Equal(3, match.Facts(MatchFact.Interruption).Length);
        Assert.Empty(match.Facts(MatchFact.ShootOutScored));
        Assert.Equal([2L, 1L], match.Facts(MatchFact.Goal).Select(goal => goal.TeamId!.Value.Value));
    }

    [Fact]
    public async Task No_squad_breaks_the_line_up()
    {
        var crowded = new TrapMatch { Home = TrapMatch.Formation(Enumerable.Range(101, 13), Enumerable.Range(121, 70)), Away = "\"null\"" };
        var sheet = await SheetOf(crowded, "1H,1,1,101,8,85,1801", "1H,2,1,300,8,85,1801");

        Assert.Equal((EventValidator.MaxSquad, 11), (sheet.Home.Squad.Length, sheet.Home.Squad.Count(player => player.Starts)));
        Assert.NotNull(sheet.Find(new(300)));
        Assert.Equal("Unknown player False", Assert.Single(sheet.Away.Squad.Select(player => $"{player.Name} {player.Starts}")));
    }

    [Fact]
    public async Task Where_more_act_than_a_squad_holds_the_first_are_in_it_and_no_row_and_no_goal_is_lost()
    {
        string[] rows = [.. Enumerable.Range(0, 70).Select(i => $"1H,{i + 1},1,{1000 + i},8,85,1801"), "1H,90,1,1069,10,100,101 1801", "1H,91,2,201,8,85,1801"];
        var match = await new TrapMatch().ReadAsync(rows);

        DoorRules.AssertPassed(match);
        Assert.Equal([.. Enumerable.Range(101, 11), .. Enumerable.Range(1000, 49)], TrapMatch.SheetOf(match).Home.Squad.Select(player => (int)player.PlayerId.Value));
        Assert.Equal(rows.Length, match.Steps.Count(step => step.IsRow));
        Assert.Equal([.. Enumerable.Range(1000, 49), 201], match.Steps.SelectMany(step => step.PlayerUpdates).Select(update => (int)update.PlayerId.Value));
        Assert.Equal(21, match.Facts(MatchFact.Interruption).Length);
        Assert.Equal((new TeamId(1), null), Assert.Single(match.Facts(MatchFact.Goal)) is var goal ? (goal.TeamId!.Value, goal.PlayerId) : default);
    }

    [Fact]
    public async Task Who_comes_from_a_bench_that_is_too_long_is_in_the_squad()
    {
        var trap = new TrapMatch
        {
            Home = TrapMatch.Formation(Enumerable.Range(101, 11), Enumerable.Range(121, 70), """[{ "playerIn": 190, "playerOut": 103, "minute": 60 }]"""),
        };
        var match = await trap.ReadAsync("1H,1,1,101,8,85,1801", "2H,1200,1,189,2,20,1702");

        DoorRules.AssertPassed(match);
        Assert.Equal(EventValidator.MaxSquad, TrapMatch.SheetOf(match).Home.Squad.Length);
        Assert.Equal([189L, 190L], TrapMatch.SheetOf(match).Home.Squad.Select(player => player.PlayerId.Value).Where(player => player > 170));
        Assert.Equal(new PlayerId(190), Assert.Single(match.Facts(MatchFact.Substitution)).PlayerInId);
    }

    [Theory]
    [InlineData("A\\tB\\u2028C", "A B C")]
    [InlineData("A\\ud800B", "AB")]
    [InlineData("A\\\\ud800\\ufffdB", "AB")]
    [InlineData("\\u0000", "Player 101")]
    public async Task Names_hold_what_is_printable(string written, string name)
    {
        var sheet = await SheetOf(new() { Players = $$"""[{ "wyId": 101, "shortName": "{{written}}" }]""" }, "1H,1,1,101,8,85,1801");

        Assert.Equal(name, sheet.Home.Squad[0].Name);
    }

    [Fact]
    public async Task Names_are_cut_where_they_are_too_long()
    {
        var text = new string('n', 99) + "😀😀";
        var sheet = await SheetOf(
            new() { Players = $$"""[{ "wyId": 101, "firstName": "{{text}}" }]""", Teams = $$"""[{ "wyId": 1, "name": "{{text}}" }]""" }, "1H,1,1,101,8,85,1801");

        Assert.Equal((new string('n', 99), new string('n', 99)), (sheet.Home.Squad[0].Name, sheet.Home.Name));
    }

    [Fact]
    public async Task Interruptions_change_nothing_of_the_rows_around_them()
    {
        string[] rows =
        [
            "1H,1,1,105,10,100,2101", "1H,2,2,205,7,72,", "1H,100,2,206,2,20,", "1H,170,1,107,3,35,1802", "1H,171,2,201,9,91,1801",
        ];
        string[] told = [rows[0], "1H,1.5,1,0,5,50,", .. rows[1..3], .. Enumerable.Repeat("1H,101,1,0,5,50,", 12), rows[3], "1H,170.5,1,0,5,50,", rows[4]];
        var (without, with) = (await new TrapMatch().ReadAsync(rows), await new TrapMatch().ReadAsync(told));

        Assert.Equal(Qualifiers(without), Qualifiers(with));
        Assert.Equal(
            [ActionQualifiers.Block, ActionQualifiers.Penalty, ActionQualifiers.Penalty], new[] { 1, 2, 4 }.Select(i => Qualifiers(with)[i]));

        static ActionQualifiers[] Qualifiers(FeedMatch match) =>
            [.. match.Steps.SelectMany(step => step.PlayerUpdates).Select(update => update.Qualifiers)];
    }

    [Theory]
    [InlineData(201L, "1H,50,2,201,9,90,102")]
    [InlineData(205L, "1H,50,2,205,7,72,102", "1H,51,2,201,9,90,102")]
    [InlineData(201L, "1H,50,2,201,9,90,102", "1H,51,2,201,9,90,102")]
    [InlineData(null, "1H,50,1,109,10,100,101", "1H,51,2,201,9,90,102")]
    public async Task An_own_goal_on_a_save_counts_where_no_other_row_tells_the_goal(long? scorer, params string[] rows)
    {
        var match = await new TrapMatch().ReadAsync(rows);

        Assert.Single(match.Facts(MatchFact.OwnGoal, MatchFact.Goal));
        Assert.Equal(scorer, match.Facts(MatchFact.OwnGoal).SingleOrDefault()?.PlayerId?.Value);
    }

    [Fact]
    public async Task What_a_row_alone_tells_badly_is_left_out()
    {
        var match = await new TrapMatch().ReadAsync("1H,1,1,101,8,85,null", "1H,2,1,101,,,1801 x -3", "1H,3,1,101,8,80,99999999999 1801");

        DoorRules.AssertPassed(match);
        Assert.Equal(
            [(PlayerAction.Pass, ActionOutcome.None), (PlayerAction.Touch, ActionOutcome.Success), (PlayerAction.Cross, ActionOutcome.Success)],
            match.Steps.SelectMany(step => step.PlayerUpdates).Select(update => (update.Kind, update.Outcome)));
    }

    private static IEnumerable<int> Bench(TeamSheet team) => team.Squad.Where(player => !player.Starts).Select(player => (int)player.PlayerId.Value);

    private static async Task<MatchSheet> SheetOf(TrapMatch trap, params string[] rows)
    {
        var match = await trap.ReadAsync(rows);
        DoorRules.AssertPassed(match);
        return TrapMatch.SheetOf(match);
    }
}
