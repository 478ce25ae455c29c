using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <summary>
/// Plays a period move by move: what comes next, by whom, where and when follows from what was just done, by the tables of the World Cup.
/// </summary>
internal sealed partial class MatchPlay(
    Side home, Side away, MatchClock clock, MatchScribe scribe, SubstitutionPlan substitutions, SeededRandom random)
{
    private const double KickOffRole = 500;
    private readonly WorldCupTables _tables = WorldCupTables.Instance;

    public void Play(Side kicksOff)
    {
        var now = KickOff(kicksOff, random.Between(1, 3));
        while (!clock.IsOver)
            now = now.IsPenalty ? Penalty(now) : Next(now);
    }

    private Situation Next(Situation now)
    {
        var (move, sameTeam) = _tables.Chains.Draw(now.Move, now.Outcome, Pitch.ZoneOf(now.Ball), random);
        var team = sameTeam ? now.Team : Opponent(now.Team);
        var at = Place(move, sameTeam ? now.Ball : Pitch.Flip(now.Ball), now.IsStopped);
        WaitFor(move, now);
        return clock.IsOver ? now : Do(move, team, at, now);
    }

    private Situation Do(Move move, Side team, PitchPoint at, Situation before) => move switch
    {
        Move.GroundDuel or Move.LooseBallDuel or Move.AerialDuel => Duel(move, team, at, before),
        Move.Shot => Shot(team, at, before),
        Move.Save => Save(team, ActionOutcome.Success),
        Move.Foul => Foul(team, at, before),
        _ => Plain(move, team, at, before),
    };

    private Situation Plain(Move move, Side team, PitchPoint at, Situation before)
    {
        var kind = KindOf(move);
        var actor = FindActor(kind, team, at, before, IsRestart(move));
        var outcome = _tables.Mix.Outcome(kind, Pitch.ZoneOf(at), random);
        var end = _tables.Flights.Draw(move, outcome, at, random);
        var update = Describe(team, actor, kind, outcome, at) with { End = end };
        if (move is Move.Touch or Move.Clearance && Pitch.IsOwnBox(at) && random.PerMille(OwnGoalsPerMille))
            return OwnGoal(team, actor, update);

        scribe.Row(update);
        return new(team, move, outcome, end ?? at, actor);
    }

    private Situation KickOff(Side team, double after)
    {
        clock.Advance(after);
        var actor = team.Find(random.PerMille(KickOffRole) ? PlayerRole.Forward : PlayerRole.Midfielder, Pitch.Centre.Y, null, random);
        if (clock.IsOver)
            return new(team, Move.Pass, ActionOutcome.Success, Pitch.Centre, actor);

        var end = Pitch.Clamp(random.Between(28, 46), random.Between(30, 70));
        scribe.Row(scribe.Action(team.Id, actor.Id, PlayerAction.Pass, ActionOutcome.Success) with { Start = Pitch.Centre, End = end });
        return new(team, Move.Pass, ActionOutcome.Success, end, actor);
    }

    private void WaitFor(Move move, Situation now)
    {
        var seconds = _tables.Gaps.Draw(
            now.IsStopped && move == Move.Shot ? GapTable.FreeShot : now.IsStopped && move == Move.Pass ? GapTable.Restart : move.ToString(), random);
        if (!IsRestart(move))
        {
            clock.Advance(seconds);
            return;
        }

        clock.Advance(Math.Min(1, seconds / 2));
        if (clock.IsOver)
            return;

        if (move != Move.FreeKick)
            scribe.Interruption();

        substitutions.Make(clock.Time, scribe, random);
        clock.Advance(seconds - Math.Min(1, seconds / 2));
    }

    private Side Opponent(Side team) => team == home ? away : home;

    private PitchPoint Place(Move move, PitchPoint ball, bool stopped) => move switch
    {
        Move.ThrowIn => Pitch.OnTouchline(ball),
        Move.GoalKick => Pitch.Clamp(5, random.PerMille(500) ? 45 : 55),
        Move.Corner => Pitch.Corner(ball),
        Move.Save => Pitch.OwnGoal,
        _ when stopped => Pitch.Clamp(ball.X, ball.Y),
        _ => Pitch.Clamp(ball.X + random.Between(-1, 1), ball.Y + random.Between(-1, 1)),
    };

    private static bool IsRestart(Move move) => move is Move.ThrowIn or Move.GoalKick or Move.Corner or Move.FreeKick;
}
