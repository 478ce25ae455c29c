using System.Collections.Frozen;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>The qualifiers that a row's own tags and sub-event stand for.</summary>
internal static class WyscoutQualifiers
{
    private static readonly FrozenDictionary<int, ActionQualifiers> Tags = new Dictionary<int, ActionQualifiers>
    {
        [WyscoutTag.Assist] = ActionQualifiers.Assist,
        [WyscoutTag.KeyPass] = ActionQualifiers.KeyPass,
        [901] = ActionQualifiers.ThroughBall,
        [801] = ActionQualifiers.High,
        [401] = ActionQualifiers.LeftFoot,
        [402] = ActionQualifiers.RightFoot,
        [WyscoutTag.Head] = ActionQualifiers.Head,
        [501] = ActionQualifiers.IntoSpace,
        [502] = ActionQualifiers.IntoSpace,
        [503] = ActionQualifiers.TakeOn,
        [504] = ActionQualifiers.TakeOn,
        [1001] = ActionQualifiers.FairPlay,
        [1102] = ActionQualifiers.Indirect,
        [1301] = ActionQualifiers.Feint,
        [WyscoutTag.MissedBall] = ActionQualifiers.MissedBall,
        [WyscoutTag.Interception] = ActionQualifiers.Interception,
        [1501] = ActionQualifiers.Clearance,
        [1601] = ActionQualifiers.SlidingTackle,
        [1901] = ActionQualifiers.CounterAttack,
        [WyscoutTag.DangerousBallLost] = ActionQualifiers.DangerousLoss,
        [WyscoutTag.Blocked] = ActionQualifiers.Blocked,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, ActionQualifiers> SubEvents = new Dictionary<int, ActionQualifiers>
    {
        [WyscoutEvent.HandFoul] = ActionQualifiers.Hand,
        [WyscoutEvent.LateCardFoul] = ActionQualifiers.LateFoul,
        [WyscoutEvent.OutOfGameFoul] = ActionQualifiers.OffTheBall,
        [WyscoutEvent.Protest] = ActionQualifiers.Protest,
        [WyscoutEvent.Simulation] = ActionQualifiers.Simulation,
        [WyscoutEvent.TimeLostFoul] = ActionQualifiers.TimeWasting,
        [WyscoutEvent.ViolentFoul] = ActionQualifiers.Violent,
        [WyscoutEvent.FreeKickShot] = ActionQualifiers.FreeKick,
        [WyscoutEvent.FreeKickCross] = ActionQualifiers.High,
        [WyscoutEvent.Penalty] = ActionQualifiers.Penalty,
        [WyscoutEvent.HandPass] = ActionQualifiers.Hand,
        [WyscoutEvent.HeadPass] = ActionQualifiers.Head,
        [WyscoutEvent.HighPass] = ActionQualifiers.High,
        [WyscoutEvent.Launch] = ActionQualifiers.Launch,
        [WyscoutEvent.SmartPass] = ActionQualifiers.Smart,
        [WyscoutEvent.Reflexes] = ActionQualifiers.Reflex,
    }.ToFrozenDictionary();

    public static ActionQualifiers Of(WyscoutRow row)
    {
        var qualifiers = SubEvents.GetValueOrDefault(row.SubEvent);
        foreach (var tag in row.Tags)
            qualifiers |= Tags.GetValueOrDefault(tag);

        if (row.Event == WyscoutEvent.Duel && (row.Has(WyscoutTag.Anticipated) || row.Has(WyscoutTag.Anticipation)))
            qualifiers |= Anticipation(row);
        if (row.IsKickAtGoal && row.Has(WyscoutTag.Goal))
            qualifiers |= ActionQualifiers.Goal;
        if (row.IsKickAtGoal && row.Tags.Any(tag => tag is >= WyscoutTag.FirstWoodwork and <= WyscoutTag.LastWoodwork))
            qualifiers |= ActionQualifiers.Woodwork;

        return qualifiers;
    }

    /// <summary>Wyscout puts one tag on the defender's row and the other on the attacker's; who got there first is told by who won.</summary>
    private static ActionQualifiers Anticipation(WyscoutRow row) => WyscoutActions.OutcomeOf(row) switch
    {
        ActionOutcome.Success => ActionQualifiers.Anticipation,
        ActionOutcome.Failure => ActionQualifiers.Anticipated,
        _ => ActionQualifiers.None,
    };
}
