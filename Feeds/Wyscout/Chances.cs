using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>What led to an attempt, and who blocked it.</summary>
internal static class Chances
{
    private const double AssistSeconds = 15;
    private const double ReboundSeconds = 10;
    private const double BlockSeconds = 3;

    /// <summary>Marks an attempt as a big chance, the last pass before it, and the block that ended it.</summary>
    public static void Mark(ImmutableArray<WyscoutRow> rows, int attempt, ActionQualifiers[] found)
    {
        var big = IsBig(rows[attempt]);
        if (big)
            found[attempt] |= ActionQualifiers.Opportunity;

        var maker = rows[attempt].Event == WyscoutEvent.Shot ? FindMaker(rows, attempt) : -1;
        if (maker >= 0)
            found[maker] |= ActionQualifiers.KeyPass | (big ? ActionQualifiers.Opportunity : 0);

        if (rows[attempt].IsGoal && rows[attempt].SubEvent != WyscoutEvent.Penalty && !HasAssist(rows, attempt))
            MarkOrigin(rows, attempt, found);

        if (rows[attempt].Has(WyscoutTag.Blocked))
            MarkBlock(rows, attempt, found);
    }

    /// <summary>Marks what the other team did that ended in an own goal.</summary>
    public static void MarkOwnGoal(ImmutableArray<WyscoutRow> rows, int ownGoal, ActionQualifiers[] found)
    {
        for (var i = ownGoal - 1; i >= 0 && IsRecent(rows[i], rows[ownGoal], ReboundSeconds); i--)
        {
            if (rows[i].IsAgainst(rows[ownGoal]) && rows[i].Player is not null)
            {
                found[i] |= ActionQualifiers.LedToGoal;
                return;
            }
        }
    }

    /// <summary>
    /// Where the goal is seen wide enough. Wyscout's tag stands on two shots in three, a big chance is one in eight; but a shot without the tag
    /// is never one.
    /// </summary>
    private static bool IsBig(WyscoutRow attempt) =>
        attempt.SubEvent == WyscoutEvent.Penalty
        || (attempt.Start is { } place && attempt.Has(WyscoutTag.Opportunity) && GoalView.IsWide(place, attempt.Has(WyscoutTag.Head)));

    /// <summary>The last pass of a team-mate, nothing of the opponents but failed attempts to reach the ball in between.</summary>
    private static int FindMaker(ImmutableArray<WyscoutRow> rows, int attempt)
    {
        for (var i = attempt - 1; i >= 0 && IsRecent(rows[i], rows[attempt], AssistSeconds); i--)
        {
            var row = rows[i];
            var taken = row.IsAgainst(rows[attempt]) ? Controls(row) : row.Player == rows[attempt].Player ? row.IsAttempt : IsTurn(row);
            if (taken)
                return -1;
            if (!row.IsAgainst(rows[attempt]) && row.Player != rows[attempt].Player && PutsThrough(row))
                return i;
        }

        return -1;
    }

    private static bool HasAssist(ImmutableArray<WyscoutRow> rows, int goal)
    {
        for (var i = goal - 1; i >= 0 && IsRecent(rows[i], rows[goal], AssistSeconds); i--)
        {
            if (rows[i].Has(WyscoutTag.Assist) && !rows[i].IsAgainst(rows[goal]))
                return true;
        }

        return false;
    }

    /// <summary>A rebound from a team-mate's attempt, or a touch that fell to the scorer.</summary>
    private static void MarkOrigin(ImmutableArray<WyscoutRow> rows, int goal, ActionQualifiers[] found)
    {
        for (var i = goal - 1; i >= 0 && IsRecent(rows[i], rows[goal], ReboundSeconds); i--)
        {
            var row = rows[i];
            if (row.IsAgainst(rows[goal]) && row.Event == WyscoutEvent.Pass && row.Has(WyscoutTag.Accurate))
                return;
            if (row.IsAgainst(rows[goal]) || row.Player is null || row.Player == rows[goal].Player)
                continue;
            if (PutsThrough(row) || row.IsAttempt)
                found[i] |= ActionQualifiers.LedToGoal;
            return;
        }
    }

    private static void MarkBlock(ImmutableArray<WyscoutRow> rows, int attempt, ActionQualifiers[] found)
    {
        var next = attempt + 1;
        if (next < rows.Length && rows[next].IsAgainst(rows[attempt]) && IsRecent(rows[attempt], rows[next], BlockSeconds)
            && rows[next].Event is WyscoutEvent.OnTheBall or WyscoutEvent.Pass)
        {
            found[next] |= ActionQualifiers.Block;
        }
    }

    private static bool IsRecent(WyscoutRow earlier, WyscoutRow later, double seconds) =>
        earlier.Period == later.Period && later.Seconds - earlier.Seconds <= seconds;

    private static bool PutsThrough(WyscoutRow row) => row.Event switch
    {
        WyscoutEvent.Pass => true,
        WyscoutEvent.FreeKick => !row.IsKickAtGoal && row.SubEvent != WyscoutEvent.GoalKick,
        WyscoutEvent.Duel => row.SubEvent == WyscoutEvent.AerialDuel && row.Has(WyscoutTag.Won),
        WyscoutEvent.OnTheBall => row.SubEvent == WyscoutEvent.Touch,
        _ => false,
    };

    /// <summary>A team-mate who had the ball and didn't pass it.</summary>
    private static bool IsTurn(WyscoutRow row) =>
        row.IsAttempt
        || row.SubEvent is WyscoutEvent.Clearance or WyscoutEvent.Acceleration
        || (row.SubEvent == WyscoutEvent.AttackingDuel && row.Has(WyscoutTag.Won));

    private static bool Controls(WyscoutRow row) =>
        row.Event is WyscoutEvent.Pass or WyscoutEvent.FreeKick or WyscoutEvent.Save
        || row.SubEvent is WyscoutEvent.Clearance or WyscoutEvent.Acceleration;
}
