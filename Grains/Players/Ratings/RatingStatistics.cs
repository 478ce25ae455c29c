using ShellCorp.Events;

namespace ShellCorp.Grains.Players.Ratings;

/// <summary>Which statistics an update counts for.</summary>
public static class RatingStatistics
{
    /// <summary>Raises the counts of an update's statistics.</summary>
    /// <param name="update">The update.</param>
    /// <param name="counts">Indexed by <see cref="RatingStatistic"/>.</param>
    public static void Count(AppliedUpdate update, Span<int> counts)
    {
        if (OfKind(update) is { } statistic)
            counts[(int)statistic]++;

        if (update.IsDerived || update.Kind is PlayerAction.Shot or PlayerAction.Foul)
            return;

        CountQualifiers(update, counts);
    }

    private static void CountQualifiers(AppliedUpdate update, Span<int> counts)
    {
        if (Has(update, ActionQualifiers.Assist))
            counts[(int)RatingStatistic.Assist]++;
        else if (Has(update, ActionQualifiers.KeyPass))
            counts[(int)RatingStatistic.ChanceCreated]++;

        if (Has(update, ActionQualifiers.Interception) && update.Kind is not PlayerAction.Interception)
            counts[(int)RatingStatistic.Interception]++;

        if (Has(update, ActionQualifiers.Clearance) && update.Kind is not PlayerAction.Clearance)
            counts[(int)RatingStatistic.Clearance]++;
    }

    private static RatingStatistic? OfKind(AppliedUpdate update) => (update.Kind, update.Outcome) switch
    {
        (PlayerAction.Pass or PlayerAction.FreeKick or PlayerAction.Corner, ActionOutcome.Success) => RatingStatistic.PassCompleted,
        (PlayerAction.Pass or PlayerAction.FreeKick or PlayerAction.Corner, ActionOutcome.Failure) => RatingStatistic.PassMissed,
        (PlayerAction.Cross, ActionOutcome.Success) => RatingStatistic.CrossCompleted,
        (PlayerAction.AttackingDuel, ActionOutcome.Success) when Has(update, ActionQualifiers.TakeOn) => RatingStatistic.DribbleWon,
        (PlayerAction.AttackingDuel, ActionOutcome.Failure) => RatingStatistic.Tackled,
        (PlayerAction.DefendingDuel, ActionOutcome.Success) => RatingStatistic.TackleWon,
        (PlayerAction.DefendingDuel, ActionOutcome.Failure) when Has(update, ActionQualifiers.TakeOn) => RatingStatistic.TackleLost,
        (PlayerAction.Interception, _) => RatingStatistic.Interception,
        (PlayerAction.Clearance, _) => RatingStatistic.Clearance,
        (PlayerAction.Recovery, _) => RatingStatistic.Recovery,
        (PlayerAction.Save, ActionOutcome.Success) => Has(update, ActionQualifiers.Penalty) ? RatingStatistic.PenaltySaved : RatingStatistic.Save,
        (PlayerAction.Shot, _) => OfShot(update),
        (PlayerAction.Foul, _) => Has(update, ActionQualifiers.Penalty) ? RatingStatistic.PenaltyConceded : RatingStatistic.Foul,
        (PlayerAction.Offside, _) => RatingStatistic.Offside,
        (PlayerAction.Error, _) => Has(update, ActionQualifiers.LedToGoal) ? RatingStatistic.ErrorToGoal : RatingStatistic.ErrorToAttempt,
        (PlayerAction.YellowCard, _) => RatingStatistic.YellowCard,
        (PlayerAction.OwnGoal, _) => RatingStatistic.OwnGoal,
        _ => null,
    };

    private static RatingStatistic? OfShot(AppliedUpdate shot) => shot switch
    {
        _ when Has(shot, ActionQualifiers.Goal) => null,
        _ when Has(shot, ActionQualifiers.Penalty) => RatingStatistic.PenaltyMissed,
        { Outcome: ActionOutcome.Failure } when !Has(shot, ActionQualifiers.Blocked) => RatingStatistic.ShotOffTarget,
        _ => null,
    };

    private static bool Has(AppliedUpdate update, ActionQualifiers qualifier) => (update.Qualifiers & qualifier) != 0;
}
