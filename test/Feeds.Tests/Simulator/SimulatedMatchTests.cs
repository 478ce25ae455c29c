using ShellCorp.Events;

namespace ShellCorp.Feeds.Tests.Simulator;

/// <summary>What holds in every simulated match.</summary>
public sealed class SimulatedMatchTests
{
    [Fact]
    public void Every_event_is_valid()
    {
        var updates = SimulatedMatches.All.SelectMany(match => match.Steps).SelectMany(step => step.PlayerUpdates);
        Assert.All(updates, update => Assert.Empty(EventValidator.ValidateReported(update)));
        Assert.All(SimulatedMatches.Facts, update => Assert.Empty(EventValidator.Validate(update)));
    }

    [Fact]
    public void The_line_up_comes_first_full_time_last_and_time_never_runs_back() => Assert.All(SimulatedMatches.All, match =>
    {
        Assert.Equal(MatchFact.LineUp, Assert.Single(match.Steps[0].MatchUpdates).Kind);
        Assert.Equal(MatchFact.FullTime, Assert.Single(match.Steps[^1].MatchUpdates).Kind);
        Assert.Equal(match.Steps.Select(step => step.At).Order(), match.Steps.Select(step => step.At));
        var times = match.Steps.SelectMany(step => step.PlayerUpdates.Select(u => u.Time).Concat(step.MatchUpdates.Select(u => u.Time))).ToList();
        Assert.Equal(times.Order(), times);
    });

    [Fact]
    public void Every_event_belongs_to_its_match_and_happens_at_its_time() => Assert.All(SimulatedMatches.All, match =>
    {
        var kickOff = match.Steps[0].MatchUpdates[0].Sheet!.KickOff;
        Assert.All(match.Steps, step =>
        {
            Assert.All(step.PlayerUpdates, update => Assert.Equal((match.MatchId, kickOff + step.At), (update.MatchId, update.OccurredAt)));
            Assert.All(step.MatchUpdates, update => Assert.Equal((match.MatchId, kickOff + step.At), (update.MatchId, update.OccurredAt)));
        });
    });

    [Fact]
    public void A_row_is_one_players_action_or_an_interruption() => Assert.All(SimulatedMatches.All.SelectMany(match => match.Steps), step =>
    {
        if (!step.IsRow)
            Assert.Equal((0, 1), (step.PlayerUpdates.Length, step.MatchUpdates.Length));
        else if (step.PlayerUpdates.IsEmpty)
            Assert.Equal(MatchFact.Interruption, Assert.Single(step.MatchUpdates).Kind);
        else
            Assert.Equal(Assert.Single(step.PlayerUpdates).PlayerId, step.MatchUpdates.SingleOrDefault()?.PlayerId ?? step.PlayerUpdates[0].PlayerId);
    });

    [Fact]
    public void Only_who_is_on_the_pitch_acts() => Assert.All(SimulatedMatches.All, match =>
    {
        var sheet = match.Steps[0].MatchUpdates[0].Sheet!;
        var onPitch = sheet.Home.Squad.Concat(sheet.Away.Squad).Where(player => player.Starts).Select(player => player.PlayerId).ToHashSet();
        Assert.Equal(22, onPitch.Count);
        Assert.All(match.Steps, step =>
        {
            Assert.All(step.PlayerUpdates, update => Assert.Contains(update.PlayerId, onPitch));
            foreach (var fact in step.MatchUpdates.Where(fact => fact.PlayerId is not null))
            {
                Assert.Contains(fact.PlayerId!.Value, onPitch);
                if (fact.Kind is MatchFact.Substitution or MatchFact.RedCard or MatchFact.SecondYellowCard)
                    onPitch.Remove(fact.PlayerId.Value);
                if (fact.PlayerInId is { } on)
                    Assert.True(onPitch.Add(on));
            }
        });
    });

    [Fact]
    public void A_second_yellow_card_follows_a_first()
    {
        var first = SimulatedMatches.Facts.Where(fact => fact.Kind == MatchFact.YellowCard).Select(fact => (fact.MatchId, fact.PlayerId)).ToList();
        var second = SimulatedMatches.Facts.Where(fact => fact.Kind == MatchFact.SecondYellowCard).Select(fact => (fact.MatchId, fact.PlayerId)).ToList();

        Assert.Equal(first.Count, first.Distinct().Count());
        Assert.Equal(second.Count, second.Distinct().Count());
        Assert.Subset(first.ToHashSet(), second.ToHashSet());
    }

    [Fact]
    public void Every_goal_has_its_shot_and_its_beaten_keeper() => Assert.All(SimulatedMatches.All, match =>
    {
        foreach (var (index, step) in match.Steps.Index().Where(step => step.Item.MatchUpdates.Any(fact => fact.Kind == MatchFact.Goal)))
        {
            var shot = Assert.Single(step.PlayerUpdates);
            Assert.True(shot is { Kind: PlayerAction.Shot, Outcome: ActionOutcome.Success } && shot.Qualifiers.HasFlag(ActionQualifiers.Goal));
            Assert.True(match.Steps[index + 1].PlayerUpdates[0] is { Kind: PlayerAction.Save, Outcome: ActionOutcome.Failure });
        }
    });

    [Fact]
    public void A_pass_that_arrives_ends_where_a_team_mate_goes_on() => Assert.All(SimulatedMatches.All, match =>
    {
        var actions = match.Steps.SelectMany(step => step.PlayerUpdates).ToList();
        foreach (var (pass, next) in actions.Zip(actions.Skip(1)).Where(pair => IsPassedOn(pair.First, pair.Second)))
        {
            Assert.NotEqual(pass.PlayerId, next.PlayerId);
            Assert.InRange(Math.Abs(pass.End!.Value.X - next.Start!.Value.X) + Math.Abs(pass.End.Value.Y - next.Start.Value.Y), 0, 2.2);
        }
    });

    [Fact]
    public void A_free_kick_follows_a_foul_or_offside() => Assert.All(SimulatedMatches.All, match =>
    {
        var actions = match.Steps.SelectMany(step => step.PlayerUpdates).ToList();
        Assert.All(actions.Index().Where(action => action.Item.Kind == PlayerAction.FreeKick), action =>
        {
            var before = actions[action.Index - 1];
            Assert.True(before.Kind is PlayerAction.Foul or PlayerAction.Offside && before.TeamId != action.Item.TeamId);
        });
    });

    [Fact]
    public void Cup_matches_go_on_until_somebody_has_won()
    {
        var cup = SimulatedMatches.All.Where(match => match.Steps[0].MatchUpdates[0].Sheet!.Competition == "Shell Cup").ToList();

        Assert.Equal(SimulatedMatches.Count / 4, cup.Count);
        Assert.All(cup, match => Assert.NotEqual(0, Margin(match)));
        Assert.Contains(cup, match => match.Steps[^1].MatchUpdates[0].Time.Period == MatchPeriod.ShootOut);
        Assert.All(SimulatedMatches.All.Except(cup), match => Assert.Equal(MatchPeriod.SecondHalf, match.Steps[^1].MatchUpdates[0].Time.Period));
    }

    private static bool IsPassedOn(PlayerUpdate pass, PlayerUpdate next) =>
        pass is { Kind: PlayerAction.Pass, Outcome: ActionOutcome.Success } && next.Kind == PlayerAction.Pass
        && pass.TeamId == next.TeamId && pass.Time.Period == next.Time.Period;

    private static int Margin(FeedMatch match)
    {
        var facts = match.Steps.SelectMany(step => step.MatchUpdates).ToList();
        var home = facts[0].Sheet!.Home.TeamId;
        var goals = facts.Sum(fact => fact.Kind switch
        {
            MatchFact.Goal => fact.TeamId == home ? 1 : -1,
            MatchFact.OwnGoal => fact.TeamId == home ? -1 : 1,
            _ => 0,
        });
        return goals != 0 ? goals : facts.Where(fact => fact.Kind == MatchFact.ShootOutScored).Sum(fact => fact.TeamId == home ? 1 : -1);
    }
}
