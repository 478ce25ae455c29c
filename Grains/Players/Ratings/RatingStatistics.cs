using ShellCorp.Events;

namespace ShellCorp.Grains.Players.Ratings;

/// <summary>Which statistics an update counts for: one by its kind, more by its qualifiers.</summary>
public static class RatingStatistics
{
    private const ActionQualifiers Misconduct =
        ActionQualifiers.Protest | ActionQualifiers.TimeWasting | ActionQualifiers.OffTheBall | ActionQualifiers.Simulation;

    /// <summary>Raises the counts of an update's statistics; nothing in a shoot-out counts.</summary>
    /// <param name="update">The update.</param>
    /// <param name="counts">Indexed by <see cref="RatingStatistic"/>.</param>
    public static void Count(AppliedUpdate update, Span<int> counts)
    {
        if (update.Time.Period == MatchPeriod.ShootOut)
            return;

        if (OfKind(update) is { } statistic)
            counts[(int)statistic]++;
        if (update.IsDerived)
            return;

        if (OfBigChance(update) is { } chance)
            counts[(int)chance]++;
        if (OfCreation(update) is { } creation)
            counts[(int)creation]++;
        if (OfWinning(update) is { } winning)
            counts[(int)winning]++;
        if (OfError(update) is { } error)
            counts[(int)error]++;
        if (Has(update, ActionQualifiers.Clearance) && update.Kind != PlayerAction.Clearance)
            counts[(int)RatingStatistic.Clearance]++;
        if (Has(update, ActionQualifiers.Block))
            counts[(int)RatingStatistic.Block]++;
    }

    private static RatingStatistic? OfKind(AppliedUpdate update) => update.Kind switch
    {
        PlayerAction.Pass or PlayerAction.FreeKick => OfPass(update),
        PlayerAction.Cross => update.Outcome == ActionOutcome.Success ? RatingStatistic.CrossCompleted : null,
        PlayerAction.AttackingDuel => OfAttackingDuel(update),
        PlayerAction.DefendingDuel => OfDefendingDuel(update),
        PlayerAction.LooseBallDuel => update.Outcome == ActionOutcome.Success ? RatingStatistic.LooseBallWon : null,
        PlayerAction.AerialDuel => update is { Outcome: ActionOutcome.Success, Zone: PitchZone.OwnThird } ? RatingStatistic.DefensiveAerialWon : null,
        PlayerAction.Clearance => RatingStatistic.Clearance,
        PlayerAction.Save when update.Outcome == ActionOutcome.Success =>
            Has(update, ActionQualifiers.Penalty) ? RatingStatistic.PenaltySaved : RatingStatistic.Save,
        PlayerAction.Shot => OfShot(update),
        PlayerAction.Foul when Has(update, ActionQualifiers.Penalty) => RatingStatistic.PenaltyConceded,
        PlayerAction.Foul => Has(update, Misconduct) ? null : RatingStatistic.Foul,
        PlayerAction.Offside => RatingStatistic.Offside,
        PlayerAction.YellowCard => RatingStatistic.YellowCard,
        PlayerAction.OwnGoal => RatingStatistic.OwnGoal,
        _ => null,
    };

    private static RatingStatistic? OfPass(AppliedUpdate pass)
    {
        // By hand is a keeper's throw; a high free kick is a cross.
        if (Has(pass, pass.Kind == PlayerAction.Pass ? ActionQualifiers.Hand : ActionQualifiers.High))
            return null;

        return pass.Outcome switch
        {
            ActionOutcome.Success => RatingStatistic.PassCompleted,
            ActionOutcome.Failure => RatingStatistic.PassMissed,
            _ => null,
        };
    }

    private static RatingStatistic? OfAttackingDuel(AppliedUpdate duel) => duel.Outcome switch
    {
        ActionOutcome.Success when Has(duel, ActionQualifiers.TakeOn) => RatingStatistic.DribbleWon,
        ActionOutcome.Success when Has(duel, ActionQualifiers.IntoSpace) => RatingStatistic.RunWon,
        ActionOutcome.Failure when Has(duel, ActionQualifiers.Anticipated) => RatingStatistic.BeatenToBall,
        ActionOutcome.Failure => RatingStatistic.Tackled,
        _ => null,
    };

    private static RatingStatistic? OfDefendingDuel(AppliedUpdate duel) => duel.Outcome switch
    {
        ActionOutcome.Success => RatingStatistic.TackleWon,
        ActionOutcome.Failure when Has(duel, ActionQualifiers.TakeOn) => RatingStatistic.TackleLost,
        _ => null,
    };

    private static RatingStatistic? OfShot(AppliedUpdate shot) => shot switch
    {
        _ when Has(shot, ActionQualifiers.Goal) => null,
        _ when Has(shot, ActionQualifiers.Penalty) => RatingStatistic.PenaltyMissed,
        { Outcome: ActionOutcome.Failure } when !Has(shot, ActionQualifiers.Blocked) => RatingStatistic.ShotOffTarget,
        _ => null,
    };

    private static RatingStatistic? OfBigChance(AppliedUpdate update)
    {
        if (!Has(update, ActionQualifiers.Opportunity))
            return null;
        if (update.Kind != PlayerAction.Shot)
            return Has(update, ActionQualifiers.KeyPass | ActionQualifiers.Assist) ? RatingStatistic.BigChanceCreated : null;

        return Has(update, ActionQualifiers.Goal | ActionQualifiers.Penalty) ? null : RatingStatistic.BigChanceMissed;
    }

    private static RatingStatistic? OfCreation(AppliedUpdate update) => update switch
    {
        _ when Has(update, ActionQualifiers.Assist) => RatingStatistic.Assist,
        _ when Has(update, ActionQualifiers.LedToGoal) && !IsLoss(update) => RatingStatistic.Assist,
        _ when Has(update, ActionQualifiers.KeyPass) => RatingStatistic.ChanceCreated,
        _ => null,
    };

    private static RatingStatistic? OfWinning(AppliedUpdate update)
    {
        if (update.Kind == PlayerAction.Interception || Has(update, ActionQualifiers.Interception))
        {
            return update.Outcome == ActionOutcome.Success || Has(update, ActionQualifiers.Recovery) ? RatingStatistic.Interception
                : update.Kind == PlayerAction.Clearance ? null : RatingStatistic.CutOff;
        }

        if (update.Kind == PlayerAction.Recovery || Has(update, ActionQualifiers.Recovery))
            return RatingStatistic.Recovery;

        return update is { Kind: PlayerAction.Pass, Zone: PitchZone.OwnThird } && Has(update, ActionQualifiers.Head)
            ? RatingStatistic.DefensiveHeader
            : null;
    }

    private static RatingStatistic? OfError(AppliedUpdate update)
    {
        if (!IsLoss(update))
            return null;
        if (Has(update, ActionQualifiers.LedToGoal))
            return RatingStatistic.ErrorToGoal;

        return update.Kind == PlayerAction.Error || Has(update, ActionQualifiers.LedToAttempt) ? RatingStatistic.ErrorToAttempt : null;
    }

    private static bool IsLoss(AppliedUpdate update) => update.Kind == PlayerAction.Error || Has(update, ActionQualifiers.DangerousLoss);

    private static bool Has(AppliedUpdate update, ActionQualifiers any) => (update.Qualifiers & any) != 0;
}
