using ShellCorp.Events;
using ShellCorp.Grains.Matches;
using ShellCorp.Grains.Tests.Clusters;

namespace ShellCorp.Grains.Tests.Matches;

public sealed class SheetRulesTests
{
    private static readonly Sample Sample = new(1);

    [Fact]
    public void A_whole_match_fits_its_own_line_up() =>
        Assert.All(Sample.Story(), fact => Assert.Empty(SheetRules.Check(fact, Sample.Sheet)));

    [Fact]
    public void A_strange_team_is_named() => AssertField("teamId", Sample.Goal(5, new(77), Sample.HomePlayer(9)));

    [Fact]
    public void A_strange_scorer_is_named() => AssertField("playerId", Sample.Goal(5, Sample.Home, new(77)));

    [Fact]
    public void A_scorer_of_the_other_team_is_named() => AssertField("playerId", Sample.Goal(5, Sample.Home, Sample.AwayPlayer(9)));

    [Fact]
    public void A_strange_substitute_is_named() => AssertField("playerInId", Sample.Substitution(5, Sample.Home, Sample.HomePlayer(2), new(77)));

    [Fact]
    public void An_update_of_a_stranger_is_named() =>
        Assert.Equal("playerId", Assert.Single(SheetRules.Check(Sample.Pass(new(77), 1), Sample.Sheet)).Field);

    [Fact]
    public void An_update_under_the_other_team_is_named() =>
        Assert.Equal("teamId", Assert.Single(SheetRules.Check(Sample.Pass(Sample.HomePlayer(2), 1) with { TeamId = Sample.Away }, Sample.Sheet)).Field);

    private static void AssertField(string field, MatchUpdate fact) =>
        Assert.Equal(field, Assert.Single(SheetRules.Check(fact, Sample.Sheet)).Field);
}
