using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <content>Shots, saves and goals.</content>
internal sealed partial class MatchPlay
{
    // Counted: 12 own goals for 2,580 touches and clearances in the own box; of 29 penalties 22 went in and 5 were saved.
    private const double OwnGoalsPerMille = 4.7;
    private const double PenaltyGoalsPerMille = 759;
    private const double PenaltySavesPerMille = 172;

    private Situation Shot(Side team, PitchPoint at, Situation before)
    {
        var zone = Pitch.ZoneOf(at);
        var actor = FindActor(PlayerAction.Shot, team, at, before, restart: false);
        var outcome = _tables.Mix.Outcome(PlayerAction.Shot, zone, random);
        var isGoal = outcome == ActionOutcome.Success && random.PerMille(_tables.Mix.GoalsOfShotsOnTarget(zone));
        if (isGoal)
            NoteAssist(team, before);
        var update = Describe(team, actor, PlayerAction.Shot, outcome, at) with { End = Target(outcome) };
        if (before.IsStopped)
            update = update with { Qualifiers = update.Qualifiers | ActionQualifiers.FreeKick };

        return Finish(team, actor, update, isGoal);
    }

    private Situation Penalty(Situation foul)
    {
        clock.Advance(_tables.Gaps.Draw(GapTable.Penalty, random));
        if (clock.IsOver)
            return foul;

        var team = Opponent(foul.Team);
        var actor = team.Find(PlayerRole.Forward, Pitch.Centre.Y, null, random);
        var drawn = random.Unit() * 1000;
        var isGoal = drawn < PenaltyGoalsPerMille;
        var outcome = drawn < PenaltyGoalsPerMille + PenaltySavesPerMille ? ActionOutcome.Success : ActionOutcome.Failure;
        var update = scribe.Action(team.Id, actor.Id, PlayerAction.Shot, outcome) with
        {
            Start = Pitch.PenaltySpot,
            End = Target(outcome),
            Qualifiers = ActionQualifiers.Penalty | ActionQualifiers.RightFoot,
        };
        return Finish(team, actor, update, isGoal);
    }

    private Situation Finish(Side team, PitchPlayer actor, PlayerUpdate update, bool isGoal)
    {
        if (!isGoal)
        {
            scribe.Row(update);
            return new(team, Move.Shot, update.Outcome, update.Start ?? Pitch.PenaltySpot, actor);
        }

        team.Goals++;
        scribe.Row(update with { Qualifiers = update.Qualifiers | ActionQualifiers.Goal }, scribe.Fact(MatchFact.Goal, team.Id, actor.Id));
        var conceding = Opponent(team);
        clock.Advance(_tables.Gaps.Draw(nameof(Move.Save), random));
        _ = Save(conceding, ActionOutcome.Failure);
        return KickOff(conceding, _tables.Gaps.Draw(GapTable.KickOff, random));
    }

    private Situation OwnGoal(Side team, PitchPlayer actor, PlayerUpdate update)
    {
        Opponent(team).Goals++;
        scribe.Row(update with { End = Pitch.OwnGoal }, scribe.Fact(MatchFact.OwnGoal, team.Id, actor.Id));
        return KickOff(team, _tables.Gaps.Draw(GapTable.KickOff, random));
    }

    private Situation Save(Side team, ActionOutcome outcome)
    {
        var keeper = team.Keeper;
        scribe.Row(Describe(team, keeper, PlayerAction.Save, outcome, Pitch.OwnGoal));
        return new(team, Move.Save, outcome, Pitch.Clamp(random.Between(2, 10), random.Between(40, 60)), keeper);
    }

    private void NoteAssist(Side team, Situation before)
    {
        if (before.Team == team && before.Outcome == ActionOutcome.Success && before.IsDelivery && before.Move != Move.Clearance)
            scribe.QualifyLast(ActionQualifiers.Assist);
    }

    private PitchPoint Target(ActionOutcome outcome)
    {
        if (outcome == ActionOutcome.Success)
            return Pitch.Clamp(100, random.Between(45, 55));

        return Pitch.Clamp(100, random.PerMille(500) ? random.Between(30, 45) : random.Between(55, 70));
    }
}
