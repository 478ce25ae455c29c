using System.Collections.Immutable;
using CsCheck;
using ShellCorp.Events;
using ShellCorp.Grains.Matches;
using ShellCorp.Grains.Tests.Clusters;

namespace ShellCorp.Grains.Tests.Matches;

public sealed class MatchDerivationTests
{
    private static readonly Sample Sample = new(1);
    private static readonly ImmutableArray<MatchUpdate> Story = Sample.Story();

    [Fact]
    public void In_any_order_and_any_steps_the_same_updates_come_each_once()
    {
        var expected = MatchDerivation.Derive(Story).ToDictionary(update => update.Id);
        var anySteps =
            from order in Gen.Shuffle(Story.ToArray())
            from steps in Gen.Int[0, Story.Length].Array[0, 4]
            select (order, steps);
        anySteps.Sample(one =>
        {
            ImmutableArray<MatchUpdate> facts = [.. one.order];
            var told = new List<PlayerUpdate>();
            var known = 0;
            foreach (var step in one.steps.Append(facts.Length).Order())
            {
                told.AddRange(MatchDerivation.Derive(facts[..step], known));
                known = step;
            }

            Assert.Equal(expected.Count, told.Count);
            Assert.All(told, update => Assert.Equal(expected[update.Id], update));
        });
    }

    [Fact]
    public void Starters_come_on_at_kick_off_and_substitutes_at_their_minute()
    {
        var cameOn = Of(PlayerAction.CameOn);

        Assert.Equal(22, cameOn.Count(update => update.Time == MatchTime.KickOff));
        var substitute = Assert.Single(cameOn, update => update.PlayerId == Sample.HomePlayer(12));
        Assert.Equal((Sample.At(60), Sample.Home, PlayerRole.Forward), (substitute.Time, substitute.TeamId, substitute.Role));
        Assert.Equal(24, cameOn.Length);
        Assert.Single(Of(PlayerAction.WentOff), update => update.PlayerId == Sample.HomePlayer(9) && update.Time == Sample.At(60));
    }

    [Fact]
    public void Goals_are_told_to_all_who_played_whenever_they_did()
    {
        // Home scored twice and put one into their own net; eleven starters and one substitute a team.
        Assert.Equal(24, Of(PlayerAction.TeamScored).Count(IsHome));
        Assert.Equal(12, Of(PlayerAction.TeamConceded).Count(IsHome));
        Assert.Equal(12, Of(PlayerAction.TeamScored).Count(IsAway));
        Assert.Equal(24, Of(PlayerAction.TeamConceded).Count(IsAway));
        Assert.Equal([Sample.HomePlayer(9), Sample.HomePlayer(12)], Of(PlayerAction.Goal).Select(update => update.PlayerId));
        Assert.Equal([Sample.HomePlayer(3)], Of(PlayerAction.OwnGoal).Select(update => update.PlayerId));
    }

    [Fact]
    public void Cards_go_to_the_player_and_full_time_to_all_who_played()
    {
        Assert.Equal([Sample.AwayPlayer(4)], Of(PlayerAction.YellowCard).Select(update => update.PlayerId));
        Assert.Equal([Sample.AwayPlayer(4)], Of(PlayerAction.SentOff).Select(update => update.PlayerId));
        Assert.Equal(24, Of(PlayerAction.FullTime).Length);
    }

    [Fact]
    public void Without_a_line_up_only_the_player_concerned_is_told()
    {
        var derived = MatchDerivation.Derive([.. Story.Where(fact => fact.Kind != MatchFact.LineUp)]).ToList();

        Assert.Equal(7, derived.Count);
        Assert.DoesNotContain(derived, update => update.Kind
            is PlayerAction.CameOn or PlayerAction.TeamScored or PlayerAction.TeamConceded or PlayerAction.FullTime);
    }

    [Fact]
    public void A_repeated_line_up_means_nothing_new() =>
        Assert.Empty(MatchDerivation.Derive([.. Story, Sample.LineUp("again")], Story.Length));

    [Fact]
    public void A_corrected_line_up_adds_its_starters()
    {
        var home = Sample.Sheet.Home;
        var corrected = Sample.LineUp("corrected") with
        {
            Sheet = Sample.Sheet with
            {
                Home = home with { Squad = [.. home.Squad.Select(player => player with { Starts = player.PlayerId != Sample.HomePlayer(2) && (player.Starts || player.PlayerId == Sample.HomePlayer(14)) })] },
            },
        };

        var added = MatchDerivation.Derive([.. Story, corrected], Story.Length);

        Assert.All(added, update => Assert.Equal(Sample.HomePlayer(14), update.PlayerId));
        Assert.Equal(
            [PlayerAction.CameOn, PlayerAction.TeamScored, PlayerAction.TeamScored, PlayerAction.TeamConceded, PlayerAction.FullTime],
            added.Select(update => update.Kind).OrderBy(kind => kind));
    }

    [Fact]
    public void What_is_derived_is_valid_also_from_the_longest_ids()
    {
        ImmutableArray<MatchUpdate> facts = [.. Story.Select(fact => fact with { Id = fact.Id.PadRight(EventValidator.MaxIdLength, 'x') })];

        Assert.All(facts, fact => Assert.Empty(EventValidator.Validate(fact)));
        Assert.All(MatchDerivation.Derive(facts), update => Assert.Empty(EventValidator.Validate(update)));
        Assert.Equal(MatchDerivation.Derive(Story).Count(), MatchDerivation.Derive(facts).Count());
    }

    private static bool IsHome(PlayerUpdate update) => update.TeamId == Sample.Home;

    private static bool IsAway(PlayerUpdate update) => update.TeamId == Sample.Away;

    private static ImmutableArray<PlayerUpdate> Of(PlayerAction kind) => [.. MatchDerivation.Derive(Story).Where(update => update.Kind == kind)];
}
