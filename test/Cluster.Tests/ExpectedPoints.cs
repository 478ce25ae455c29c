using ShellCorp.Events;
using static ShellCorp.Events.ActionQualifiers;

namespace ShellCorp.Cluster.Tests;

/// <summary>The table of docs/rating-model.md once more, by other code than the product's: what rows are worth, in thousandths of a point.</summary>
internal static class ExpectedPoints
{
    private const double OwnThird = 33.3;

    public static int Of(IReadOnlyCollection<PlayerUpdate> rows) => PassAccuracy(rows) + rows.Sum(row => row.Kind switch
    {
        PlayerAction.Cross => Won(row) ? 700 : 0,
        PlayerAction.AttackingDuel => Won(row) ? Is(row, TakeOn) ? 700 : Is(row, IntoSpace) ? 200 : 0 : Lost(row) ? Is(row, Anticipated) ? -250 : -750 : 0,
        PlayerAction.DefendingDuel => Won(row) ? 900 : Lost(row) && Is(row, TakeOn) ? -100 : 0,
        PlayerAction.LooseBallDuel => Won(row) ? 100 : 0,
        PlayerAction.AerialDuel => Won(row) && InOwnThird(row) ? 100 : 0,
        PlayerAction.Save => Won(row) ? Is(row, Penalty) ? 15_000 : 2_000 : 0,
        PlayerAction.Shot => Shot(row),
        PlayerAction.Foul => Is(row, Penalty) ? -4_000 : Is(row, Protest | TimeWasting | OffTheBall | Simulation) ? 0 : -850,
        PlayerAction.Offside => -1_000,
        _ => 0,
    } + Creating(row) + Winning(row) + Losing(row)
        + (row.Kind == PlayerAction.Clearance || Is(row, Clearance) ? 450 : 0)
        + (Is(row, Block) ? 450 : 0));

    private static int Shot(PlayerUpdate shot)
    {
        if (Is(shot, Goal))
            return 0;
        if (Is(shot, Penalty))
            return -6_000;
        return (Lost(shot) && !Is(shot, Blocked) ? -1_000 : 0) + (Is(shot, Opportunity) ? -2_000 : 0);
    }

    private static int Creating(PlayerUpdate row)
    {
        var assist = Is(row, Assist) || (Is(row, LedToGoal) && !IsLoss(row));
        var big = row.Kind != PlayerAction.Shot && Is(row, Opportunity) && Is(row, KeyPass | Assist);
        return (assist ? 9_000 : Is(row, KeyPass) ? 1_000 : 0) + (big ? 2_000 : 0);
    }

    private static int Winning(PlayerUpdate row)
    {
        if (row.Kind == PlayerAction.Interception || Is(row, Interception))
            return Won(row) || Is(row, Recovery) ? 300 : row.Kind == PlayerAction.Clearance ? 0 : 100;
        if (row.Kind == PlayerAction.Recovery || Is(row, Recovery))
            return 250;
        return row.Kind == PlayerAction.Pass && Is(row, Head) && InOwnThird(row) ? 150 : 0;
    }

    private static int Losing(PlayerUpdate row)
    {
        if (!IsLoss(row))
            return 0;
        return Is(row, LedToGoal) ? -3_000 : row.Kind == PlayerAction.Error || Is(row, LedToAttempt) ? -1_000 : 0;
    }

    /// <summary>From 75.0 to 96.4 per cent, and from 24 to 34 passes.</summary>
    private static int PassAccuracy(IReadOnlyCollection<PlayerUpdate> rows)
    {
        var passes = rows.Where(row => (row.Kind == PlayerAction.Pass && !Is(row, Hand)) || (row.Kind == PlayerAction.FreeKick && !Is(row, High))).ToList();
        var (completed, tried) = (passes.Count(Won), passes.Count(row => Won(row) || Lost(row)));
        if (tried == 0)
            return 0;
        var accuracy = Math.Clamp((1000 * completed / tried) - 750, 0, 214) * 6_000 / 214;
        return accuracy * (Math.Clamp(tried - 24, 0, 10) * 100) / 1000;
    }

    private static bool IsLoss(PlayerUpdate row) => row.Kind == PlayerAction.Error || Is(row, DangerousLoss);

    private static bool Won(PlayerUpdate row) => row.Outcome == ActionOutcome.Success;

    private static bool Lost(PlayerUpdate row) => row.Outcome == ActionOutcome.Failure;

    private static bool InOwnThird(PlayerUpdate row) => row.Start is { X: < OwnThird };

    private static bool Is(PlayerUpdate row, ActionQualifiers any) => (row.Qualifiers & any) != 0;
}
