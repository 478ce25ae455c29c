using ShellCorp.Events;

namespace ShellCorp.Feeds.Simulator;

/// <content>Who has the ball, and who made the chance.</content>
internal sealed partial class Hindsight
{
    /// <summary>The last pass of a team-mate, nothing of the opponents but failed attempts to reach the ball in between.</summary>
    private int? FindMaker(int attempt)
    {
        var shot = _rows[attempt].Action;
        for (var i = attempt - 1; i >= 0 && Follows(i, attempt, Soon); i--)
        {
            var action = _rows[i].Action;
            var own = action.TeamId == shot.TeamId;
            if (!own ? Controls(action) : action.PlayerId == shot.PlayerId ? IsAttempt(action) : IsTurn(action))
                return null;
            if (own && action.PlayerId != shot.PlayerId && PutsThrough(action))
                return i;
        }

        return null;
    }

    private static bool HasBall(PlayerUpdate action) => action.Kind switch
    {
        PlayerAction.Pass or PlayerAction.Cross or PlayerAction.Shot or PlayerAction.KeeperSweep or PlayerAction.AttackingDuel => true,
        PlayerAction.Touch or PlayerAction.Clearance or PlayerAction.Carry => !Has(action, ActionQualifiers.MissedBall),
        _ => IsRestart(action),
    };

    private static bool IsRestart(PlayerUpdate action) =>
        action.Kind is PlayerAction.ThrowIn or PlayerAction.GoalKick or PlayerAction.Corner or PlayerAction.FreeKick
        || (action.Kind == PlayerAction.Shot && Has(action, ActionQualifiers.FreeKick | ActionQualifiers.Penalty));

    private static bool IsAttempt(PlayerUpdate action) => action.Kind == PlayerAction.Shot && action.Time.Period != MatchPeriod.ShootOut;

    private static bool PutsThrough(PlayerUpdate action) =>
        action.Kind is PlayerAction.Pass or PlayerAction.Cross or PlayerAction.ThrowIn or PlayerAction.Corner or PlayerAction.FreeKick or PlayerAction.Touch
        || (action.Kind == PlayerAction.AerialDuel && action.Outcome == ActionOutcome.Success);

    /// <summary>A team-mate who had the ball and didn't pass it.</summary>
    private static bool IsTurn(PlayerUpdate action) =>
        IsAttempt(action)
        || action.Kind is PlayerAction.Clearance or PlayerAction.Carry
        || (action.Kind == PlayerAction.AttackingDuel && action.Outcome == ActionOutcome.Success);

    private static bool Controls(PlayerUpdate action) =>
        action.Kind is PlayerAction.Pass or PlayerAction.Cross or PlayerAction.Save or PlayerAction.Clearance or PlayerAction.Carry || IsRestart(action);

    private static bool Has(PlayerUpdate action, ActionQualifiers any) => (action.Qualifiers & any) != 0;
}
