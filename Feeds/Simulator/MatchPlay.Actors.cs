using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <content>Who does it.</content>
internal sealed partial class MatchPlay
{
    private const double WinnerGoesOn = 600;

    private PitchPlayer FindActor(PlayerAction kind, Side team, PitchPoint at, Situation before, bool restart)
    {
        if (!restart && !before.IsStopped && Involved(kind, team, before) is { } involved && team.OnPitch.Contains(involved))
            return involved;

        var except = before.Team == team && before.IsDelivery ? before.Actor : null;
        var role = _tables.Mix.Role(kind, Pitch.ZoneOf(at), random);
        if (role == PlayerRole.Goalkeeper && team.Keeper != except)
            return team.Keeper;

        return team.Find(role == PlayerRole.Goalkeeper ? PlayerRole.Defender : role, at.Y, except, random);
    }

    // Who has just won or kept the ball mostly goes on with it; a foul out of a duel is one of the two's.
    private PitchPlayer? Involved(PlayerAction kind, Side team, Situation before)
    {
        if (before.Team != team)
            return before.Rival is { } rival && (kind == PlayerAction.Foul || random.PerMille(WinnerGoesOn)) ? rival : null;

        return !before.IsDelivery && (kind == PlayerAction.Foul || random.PerMille(KeepsBallPerMille(before.Move))) ? before.Actor : null;
    }

    // Counted: how often the same player comes next when the team keeps the ball.
    private static double KeepsBallPerMille(Move move) => move switch
    {
        Move.Carry => 990,
        Move.KeeperSweep => 920,
        Move.GroundDuel => 870,
        Move.Touch => 750,
        Move.LooseBallDuel => 520,
        Move.Save => 350,
        Move.AerialDuel => 150,
        _ => 0,
    };

    private static PlayerAction KindOf(Move move) => move switch
    {
        Move.Pass => PlayerAction.Pass,
        Move.Cross => PlayerAction.Cross,
        Move.ThrowIn => PlayerAction.ThrowIn,
        Move.GoalKick => PlayerAction.GoalKick,
        Move.Corner => PlayerAction.Corner,
        Move.FreeKick => PlayerAction.FreeKick,
        Move.KeeperSweep => PlayerAction.KeeperSweep,
        Move.GroundDuel => PlayerAction.AttackingDuel,
        Move.LooseBallDuel => PlayerAction.LooseBallDuel,
        Move.AerialDuel => PlayerAction.AerialDuel,
        Move.Clearance => PlayerAction.Clearance,
        Move.Touch => PlayerAction.Touch,
        Move.Carry => PlayerAction.Carry,
        Move.Offside => PlayerAction.Offside,
        _ => throw new ArgumentOutOfRangeException(nameof(move), move, "has a way of its own"),
    };

    private PlayerUpdate Describe(Side team, PitchPlayer actor, PlayerAction kind, ActionOutcome outcome, PitchPoint at) =>
        scribe.Action(team.Id, actor.Id, kind, outcome) with { Start = at, Qualifiers = _tables.Qualifiers.Draw(kind, actor.Role, outcome, random) };
}
