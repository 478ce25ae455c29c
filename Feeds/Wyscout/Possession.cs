using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>Which team has the ball.</summary>
internal static class Possession
{
    /// <summary>Marks each row by which a team comes into possession in open play and keeps it for the next action.</summary>
    public static void MarkRecoveries(ImmutableArray<WyscoutRow> rows, ActionQualifiers[] found)
    {
        var controlling = Enumerable.Range(0, rows.Length).Where(i => HasBall(rows[i])).ToArray();
        for (var i = 1; i + 1 < controlling.Length; i++)
        {
            var (before, row, after) = (rows[controlling[i - 1]], rows[controlling[i]], rows[controlling[i + 1]]);
            if (before.Period == row.Period && row.Period == after.Period
                && row.IsAgainst(before) && !row.IsAgainst(after)
                && row.Event is not (WyscoutEvent.FreeKick or WyscoutEvent.Shot) && after.Event != WyscoutEvent.FreeKick
                && row.Player is not null)
            {
                found[controlling[i]] |= ActionQualifiers.Recovery;
            }
        }
    }

    /// <summary>A save isn't counted: what the keeper holds was a shot, not a pass.</summary>
    private static bool HasBall(WyscoutRow row) =>
        row.Event is WyscoutEvent.Pass or WyscoutEvent.FreeKick or WyscoutEvent.Shot or WyscoutEvent.KeeperLeavingLine
        || row.SubEvent == WyscoutEvent.AttackingDuel
        || (row.Event == WyscoutEvent.OnTheBall && !row.Has(WyscoutTag.MissedBall));
}
