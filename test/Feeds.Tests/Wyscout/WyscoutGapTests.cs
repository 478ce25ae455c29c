using ShellCorp.Events;

namespace ShellCorp.Feeds.Tests.Wyscout;

/// <summary>Who started and who came on where the lists don't tell.</summary>
public sealed class WyscoutGapTests
{
    [Theory]
    [InlineData("""[{ "playerIn": "null", "playerOut": 103, "minute": 60 }]""", "103 112 60")]
    [InlineData("""[{ "playerIn": 112, "playerOut": "null", "minute": 60 }]""", "102 112 60")]
    [InlineData("""[{ "playerIn": 113, "playerOut": 104, "minute": 50 }]""", "104 113 50", "102 112 62")]
    [InlineData("""[{ "minute": 60 }]""", "102 112 62")]
    public async Task An_incomplete_list_of_substitutions_is_completed_from_the_rows(string substitutions, params string[] told)
    {
        var trap = new TrapMatch { Home = TrapMatch.Formation(Enumerable.Range(101, 11), [112, 113], substitutions) };
        var match = await trap.ReadAsync(
            "1H,1,1,101,8,85,1801", "1H,2,1,103,8,85,1801", "1H,3,1,104,8,85,1801", "2H,60,1,102,8,85,1801", "2H,960,1,112,8,85,1801", "2H,961,1,101,8,85,1801");

        DoorRules.AssertPassed(match);
        Assert.Equal(told, Substitutions(match));
    }

    [Fact]
    public async Task Nobody_comes_on_for_the_other_team()
    {
        var match = await new TrapMatch().ReadAsync("1H,1,1,101,8,85,1801", "1H,90,1,201,8,85,1801", "1H,91,1,102,8,85,1801");

        DoorRules.AssertPassed(match);
        Assert.Empty(Substitutions(match));
    }

    [Fact]
    public async Task Who_is_in_both_lists_is_substituted_in_neither_other_squad()
    {
        var trap = new TrapMatch { Away = TrapMatch.Formation(Enumerable.Range(201, 11), [101], """[{ "playerIn": 101, "playerOut": 203, "minute": 60 }]""") };
        var match = await trap.ReadAsync("1H,1,1,101,8,85,1801");

        DoorRules.AssertPassed(match);
        Assert.Empty(Substitutions(match));
    }

    [Fact]
    public async Task Without_a_formation_the_first_eleven_start()
    {
        var trap = new TrapMatch { Away = "\"null\"" };
        string[] rows =
        [
            "1H,1,2,101,8,85,1801", "1H,2,2,299,2,20,1702", .. Enumerable.Range(1, 11).Select(i => $"1H,{i + 2},2,{300 + i},8,85,1801"),
            "1H,100,2,301,8,85,1801", "2H,600,2,320,8,85,1801", .. Enumerable.Range(3, 9).Select(i => $"2H,900,2,{300 + i},8,85,1801"), "2H,901,2,301,8,85,1801",
        ];
        var match = await trap.ReadAsync(rows);

        DoorRules.AssertPassed(match);
        Assert.Equal(Enumerable.Range(301, 11), TrapMatch.SheetOf(match).Away.Squad.Where(player => player.Starts).Select(player => (int)player.PlayerId.Value));
        Assert.Equal(["302 320 56"], Substitutions(match));
    }

    private static IEnumerable<string> Substitutions(FeedMatch match) =>
        match.Facts(MatchFact.Substitution).Select(fact => $"{fact.PlayerId} {fact.PlayerInId} {fact.Time.Minute}");
}
