using ShellCorp.Counters;
using ShellCorp.Events;
using ShellCorp.Grains.Players.Ratings;

namespace ShellCorp.Grains.Counters;

/// <summary>Which counters an update raises; see docs/counters.md.</summary>
public static class EventCounters
{
    /// <summary>Raises the counters of an update; nothing in a shoot-out counts.</summary>
    /// <param name="update">The update.</param>
    /// <param name="counts">Indexed by <see cref="PlayerCounter"/>.</param>
    public static void Count(AppliedUpdate update, Span<int> counts)
    {
        if (update.Time.Period == MatchPeriod.ShootOut)
            return;

        var (kind, succeeded) = OfKind(update.Kind);
        if (kind is { } all)
            counts[(int)all]++;
        if (succeeded is { } success && update.Outcome == ActionOutcome.Success)
            counts[(int)success]++;
        if (update.IsDerived)
            return;

        CountIf(Has(update, ActionQualifiers.Assist), PlayerCounter.Assists, counts);
        CountIf(Has(update, ActionQualifiers.KeyPass), PlayerCounter.KeyPasses, counts);
        CountIf(update.Kind == PlayerAction.Interception || Has(update, ActionQualifiers.Interception), PlayerCounter.Interceptions, counts);
        CountIf(update.Kind == PlayerAction.Clearance || Has(update, ActionQualifiers.Clearance), PlayerCounter.Clearances, counts);
    }

    private static (PlayerCounter? All, PlayerCounter? Succeeded) OfKind(PlayerAction kind) => kind switch
    {
        PlayerAction.Pass => (PlayerCounter.Passes, PlayerCounter.AccuratePasses),
        PlayerAction.Cross => (PlayerCounter.Crosses, null),
        PlayerAction.Shot => (PlayerCounter.Shots, PlayerCounter.ShotsOnTarget),
        PlayerAction.AttackingDuel or PlayerAction.DefendingDuel or PlayerAction.LooseBallDuel or PlayerAction.AerialDuel =>
            (PlayerCounter.Duels, PlayerCounter.DuelsWon),
        PlayerAction.Save => (null, PlayerCounter.Saves),
        PlayerAction.Foul => (PlayerCounter.Fouls, null),
        PlayerAction.Offside => (PlayerCounter.Offsides, null),
        PlayerAction.Goal => (PlayerCounter.Goals, null),
        PlayerAction.OwnGoal => (PlayerCounter.OwnGoals, null),
        PlayerAction.YellowCard => (PlayerCounter.YellowCards, null),
        PlayerAction.SentOff => (PlayerCounter.RedCards, null),
        _ => (null, null),
    };

    private static void CountIf(bool holds, PlayerCounter counter, Span<int> counts) => counts[(int)counter] += holds ? 1 : 0;

    private static bool Has(AppliedUpdate update, ActionQualifiers qualifier) => (update.Qualifiers & qualifier) != 0;
}
