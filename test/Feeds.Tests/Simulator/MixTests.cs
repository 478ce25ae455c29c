using ShellCorp.Events;
using ShellCorp.Feeds.Simulator;

namespace ShellCorp.Feeds.Tests.Simulator;

/// <summary>64 simulated matches against the table of the 64 real ones.</summary>
public sealed class MixTests
{
    private static readonly MixTable Table = WorldCupTables.Instance.Mix;

    public static TheoryData<PlayerAction> Kinds => [.. Table.Rows.Select(row => row.Kind).Distinct()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_is_as_frequent_as_in_the_world_cup(PlayerAction kind)
    {
        var expected = (double)Table.Rows.Where(row => row.Kind == kind).Sum(row => row.Count) / MixTable.Matches;

        var actual = (double)SimulatedMatches.Counted.Count(update => update.Kind == kind) / SimulatedMatches.Count;

        // Fifteen per cent, and one event a match for what is rare.
        Assert.InRange(actual, (expected * 0.85) - 1, (expected * 1.15) + 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_comes_off_as_often_as_in_the_world_cup(PlayerAction kind)
    {
        var rows = Table.Rows.Where(row => row.Kind == kind).ToList();
        var expected = (double)rows.Sum(row => row.Success) / rows.Sum(row => row.Count);

        var updates = SimulatedMatches.Counted.Where(update => update.Kind == kind).ToList();
        var actual = (double)updates.Count(update => update.Outcome == ActionOutcome.Success) / updates.Count;

        Assert.InRange(actual, expected - 0.04, expected + 0.04);
    }

    [Fact]
    public void Each_line_has_its_share_of_the_events()
    {
        var roles = SimulatedMatches.Facts.Where(fact => fact.Sheet is not null)
            .SelectMany(fact => fact.Sheet!.Home.Squad.Concat(fact.Sheet.Away.Squad))
            .DistinctBy(player => player.PlayerId)
            .ToDictionary(player => player.PlayerId, player => player.Role);
        var counts = SimulatedMatches.Counted.CountBy(update => roles[update.PlayerId]).ToDictionary();

        Assert.All(MixRow.Roles.Index(), role =>
        {
            var expected = (double)Table.Rows.Sum(row => row.ByRole[role.Index]) / Table.Rows.Sum(row => row.Count);
            Assert.Equal(expected, (double)counts[role.Item] / counts.Values.Sum(), 0.03);
        });
    }

    [Fact]
    public void Each_part_of_the_pitch_has_its_share_of_the_events()
    {
        var counts = SimulatedMatches.Counted.CountBy(update => Pitch.ZoneOf(update.Start!.Value)).ToDictionary();

        Assert.All(Enum.GetValues<Zone>(), zone =>
        {
            var expected = (double)Table.Rows.Where(row => row.Zone == zone).Sum(row => row.Count) / Table.Rows.Sum(row => row.Count);
            Assert.Equal(expected, (double)counts[zone] / counts.Values.Sum(), 0.03);
        });
    }

    [Fact]
    public void Goals_cards_and_rare_things_are_as_rare_as_they_should()
    {
        var perMatch = SimulatedMatches.Facts.CountBy(fact => fact.Kind)
            .ToDictionary(fact => fact.Key, fact => (double)fact.Value / SimulatedMatches.Count);

        Assert.InRange(perMatch[MatchFact.Goal] + perMatch[MatchFact.OwnGoal], 2.2, 3.0);
        Assert.InRange(perMatch[MatchFact.YellowCard], 2.5, 4);
        Assert.InRange(perMatch[MatchFact.Substitution], 6, 10);
        Assert.InRange(perMatch[MatchFact.OwnGoal], 0.01, 0.3);
        Assert.InRange(perMatch.GetValueOrDefault(MatchFact.RedCard) + perMatch.GetValueOrDefault(MatchFact.SecondYellowCard), 0.005, 0.3);
        Assert.InRange(perMatch[MatchFact.ShootOutScored], 0.01, 1);
        Assert.InRange(
            (double)SimulatedMatches.All.SelectMany(match => match.Steps).SelectMany(step => step.PlayerUpdates)
                .Count(update => update.Kind == PlayerAction.Foul && update.Qualifiers.HasFlag(ActionQualifiers.Penalty)) / SimulatedMatches.Count,
            0.05,
            0.6);
    }

    [Fact]
    public void A_match_has_about_1700_rows()
    {
        var rows = SimulatedMatches.All.Select(match => match.Steps.Count(step => step.IsRow)).Order().ToList();

        Assert.InRange(rows[0], 1200, 1700);
        Assert.InRange(rows[rows.Count / 2], 1600, 1800);
        Assert.InRange(rows[^1], 1700, 2600);
    }
}
