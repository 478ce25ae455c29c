using ShellCorp.Events;

namespace ShellCorp.Feeds.Tests.Wyscout;

/// <summary>
/// The bonus points of 2017/18 by the letter of the table, in whole points with its steps and thresholds, counted straight from a player's
/// updates: what the ratings are compared with, sharing no code with them.
/// </summary>
internal static class BonusPoints
{
    public static int Of(IReadOnlyCollection<PlayerUpdate> updates)
    {
        var actions = updates.Where(update => update.Time.Period != MatchPeriod.ShootOut).ToArray();
        var on = actions.Where(update => update.Kind == PlayerAction.CameOn).Min(update => (MatchTime?)update.Time);
        if (on is null)
            return 0;

        var off = actions.Where(update => update.Kind is PlayerAction.WentOff or PlayerAction.SentOff).Min(update => (MatchTime?)update.Time);
        var minutes = (off ?? new MatchTime(FullTimeOf(updates), 150, 0)).ScheduledMinute - on.Value.ScheduledMinute;
        var role = actions.Max(update => update.Role);
        return (minutes > 60 ? 6 : 3)
            + Goals(actions, role)
            + (role is PlayerRole.Goalkeeper or PlayerRole.Defender && minutes >= 60 && !Concedes(actions, on.Value, off) ? 12 : 0)
            + Attack(actions) + Defence(actions) + PassAccuracy(actions) + Faults(actions);
    }

    private static MatchPeriod FullTimeOf(IEnumerable<PlayerUpdate> updates) =>
        updates.Single(update => update.Kind == PlayerAction.FullTime).Time.Period;

    private static bool Concedes(PlayerUpdate[] actions, MatchTime on, MatchTime? off) =>
        actions.Any(update => update.Kind == PlayerAction.TeamConceded && update.Time >= on && (off is null || update.Time < off));

    private static int Goals(PlayerUpdate[] actions, PlayerRole role)
    {
        var goals = actions.Where(update => update.Kind == PlayerAction.Goal).Select(update => update.Time).ToArray();
        var (scored, conceded) = (
            actions.Where(update => update.Kind == PlayerAction.TeamScored).Select(update => update.Time).Order().ToArray(),
            Count(actions, update => update.Kind == PlayerAction.TeamConceded));
        var each = role switch { PlayerRole.Forward => 24, PlayerRole.Midfielder => 18, _ => 12 };
        return (each * goals.Length) + (scored.Length > conceded && goals.Contains(scored[conceded]) ? 3 : 0);
    }

    private static int Attack(PlayerUpdate[] actions) =>
        (9 * Count(actions, update => Has(update, ActionQualifiers.Assist)))
        + Count(actions, update => update.Kind != PlayerAction.Shot && Has(update, ActionQualifiers.KeyPass))
        + (3 * Count(actions, update => update.Kind != PlayerAction.Shot && Has(update, ActionQualifiers.Opportunity)))
        + Count(actions, update => update is { Kind: PlayerAction.Cross, Outcome: ActionOutcome.Success })
        + Count(actions, update => update is { Kind: PlayerAction.AttackingDuel, Outcome: ActionOutcome.Success } && Has(update, ActionQualifiers.TakeOn))
        - Count(actions, update => update is { Kind: PlayerAction.AttackingDuel, Outcome: ActionOutcome.Failure } && !Has(update, ActionQualifiers.Anticipated));

    private static int Defence(PlayerUpdate[] actions) =>
        (2 * Count(actions, update => update is { Kind: PlayerAction.Save, Outcome: ActionOutcome.Success } && !Has(update, ActionQualifiers.Penalty)))
        + (15 * Count(actions, update => update is { Kind: PlayerAction.Save, Outcome: ActionOutcome.Success } && Has(update, ActionQualifiers.Penalty)))
        + (Count(actions, update => update.Kind == PlayerAction.Clearance || Has(update, ActionQualifiers.Block) || HasAll(update, ActionQualifiers.Interception | ActionQualifiers.Recovery)) / 2)
        + (Count(actions, update => Has(update, ActionQualifiers.Recovery) && !Has(update, ActionQualifiers.Interception)) / 3)
        + (2 * Math.Max(0, Count(actions, update => update is { Kind: PlayerAction.DefendingDuel, Outcome: ActionOutcome.Success })
            - Count(actions, update => update is { Kind: PlayerAction.DefendingDuel, Outcome: ActionOutcome.Failure } && Has(update, ActionQualifiers.SlidingTackle))));

    private static int PassAccuracy(PlayerUpdate[] actions)
    {
        var passes = actions.Where(update => update.Kind == PlayerAction.Pass && !Has(update, ActionQualifiers.Hand)).ToArray();
        if (passes.Length < 30)
            return 0;
        return (100 * Count(passes, pass => pass.Outcome == ActionOutcome.Success) / passes.Length) switch { >= 90 => 6, >= 80 => 4, >= 70 => 2, _ => 0 };
    }

    private static int Faults(PlayerUpdate[] actions) =>
        -(3 * Count(actions, update => update.Kind == PlayerAction.Foul && Has(update, ActionQualifiers.Penalty)))
        - Count(actions, update => update.Kind is PlayerAction.Foul or PlayerAction.Offside)
        - (Count(actions, update => update.Kind == PlayerAction.SentOff) > 0 ? 9 : 3 * Count(actions, update => update.Kind == PlayerAction.YellowCard))
        - (6 * Count(actions, update => update.Kind == PlayerAction.OwnGoal))
        - (6 * Count(actions, update => update.Kind == PlayerAction.Shot && HasAll(update, ActionQualifiers.Penalty) && !Has(update, ActionQualifiers.Goal)))
        - (3 * Count(actions, update => update.Kind == PlayerAction.Shot && Has(update, ActionQualifiers.Opportunity) && !Has(update, ActionQualifiers.Goal | ActionQualifiers.Penalty)))
        - Count(actions, update => update is { Kind: PlayerAction.Shot, Outcome: ActionOutcome.Failure } && !Has(update, ActionQualifiers.Blocked | ActionQualifiers.Penalty))
        - (3 * Count(actions, update => HasAll(update, ActionQualifiers.DangerousLoss | ActionQualifiers.LedToGoal)))
        - Count(actions, update => HasAll(update, ActionQualifiers.DangerousLoss | ActionQualifiers.LedToAttempt));

    private static int Count(PlayerUpdate[] updates, Func<PlayerUpdate, bool> which) => updates.Count(which);

    private static bool Has(PlayerUpdate update, ActionQualifiers any) => (update.Qualifiers & any) != 0;

    private static bool HasAll(PlayerUpdate update, ActionQualifiers all) => (update.Qualifiers & all) == all;
}
