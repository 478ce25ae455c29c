using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>What a row says a player did.</summary>
internal static class WyscoutActions
{
    public static PlayerAction KindOf(WyscoutRow row) => row.Event switch
    {
        WyscoutEvent.Duel => row.SubEvent switch
        {
            WyscoutEvent.AttackingDuel => PlayerAction.AttackingDuel,
            WyscoutEvent.DefendingDuel => PlayerAction.DefendingDuel,
            WyscoutEvent.AerialDuel => PlayerAction.AerialDuel,
            _ => PlayerAction.LooseBallDuel,
        },
        WyscoutEvent.Foul => PlayerAction.Foul,
        WyscoutEvent.FreeKick => row.SubEvent switch
        {
            WyscoutEvent.Corner => PlayerAction.Corner,
            WyscoutEvent.FreeKickShot or WyscoutEvent.Penalty => PlayerAction.Shot,
            WyscoutEvent.GoalKick => PlayerAction.GoalKick,
            WyscoutEvent.ThrowIn => PlayerAction.ThrowIn,
            _ => PlayerAction.FreeKick,
        },
        WyscoutEvent.KeeperLeavingLine => PlayerAction.KeeperSweep,
        WyscoutEvent.Offside => PlayerAction.Offside,
        WyscoutEvent.Pass => row.SubEvent == WyscoutEvent.Cross ? PlayerAction.Cross : PlayerAction.Pass,
        WyscoutEvent.Save => PlayerAction.Save,
        WyscoutEvent.Shot => PlayerAction.Shot,
        _ => OnTheBall(row),
    };

    public static ActionOutcome OutcomeOf(WyscoutRow row) => row.Event switch
    {
        WyscoutEvent.Duel when row.Has(WyscoutTag.Won) => ActionOutcome.Success,
        WyscoutEvent.Duel when row.Has(WyscoutTag.Neutral) => ActionOutcome.Neutral,
        WyscoutEvent.Duel when row.Has(WyscoutTag.Lost) => ActionOutcome.Failure,
        WyscoutEvent.Save => row.Has(WyscoutTag.Goal) || row.Has(WyscoutTag.OwnGoal) ? ActionOutcome.Failure : ActionOutcome.Success,
        WyscoutEvent.Shot or WyscoutEvent.FreeKick when row.Has(WyscoutTag.Goal) => ActionOutcome.Success,
        _ when row.Has(WyscoutTag.Accurate) => ActionOutcome.Success,
        _ when row.Has(WyscoutTag.NotAccurate) || row.Has(WyscoutTag.MissedBall) => ActionOutcome.Failure,
        _ => ActionOutcome.None,
    };

    private static PlayerAction OnTheBall(WyscoutRow row) => row.SubEvent switch
    {
        WyscoutEvent.Acceleration => PlayerAction.Carry,
        WyscoutEvent.Clearance => PlayerAction.Clearance,
        _ => row.Has(WyscoutTag.Interception) ? PlayerAction.Interception : PlayerAction.Touch,
    };
}
