using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>What belongs to a penalty in play: the foul, who drew it, and the save.</summary>
internal static class Penalties
{
    private const int Back = 12;
    private const double FoulSeconds = 8;
    private const double SaveSeconds = 10;

    public static void Mark(ImmutableArray<WyscoutRow> rows, int kick, ActionQualifiers[] found)
    {
        MarkSave(rows, kick, found);
        if (rows[kick].Period == MatchPeriod.ShootOut)
            return;

        for (var i = kick - 1; i >= Math.Max(0, kick - Back); i--)
        {
            if (rows[i].Event == WyscoutEvent.Foul && rows[i].IsAgainst(rows[kick]) && rows[i].Player is not null)
            {
                found[i] |= ActionQualifiers.Penalty;
                if (rows[kick].IsGoal)
                    MarkDrawn(rows, i, kick, found);
                return;
            }
        }
    }

    private static void MarkSave(ImmutableArray<WyscoutRow> rows, int kick, ActionQualifiers[] found)
    {
        var next = kick + 1;
        if (next < rows.Length && rows[next].Event == WyscoutEvent.Save && rows[next].IsAgainst(rows[kick])
            && rows[next].Period == rows[kick].Period && rows[next].Seconds - rows[kick].Seconds <= SaveSeconds)
        {
            found[next] |= ActionQualifiers.Penalty;
        }
    }

    /// <summary>The one who was fouled or whose ball was handled has a part in the goal, unless it is the taker.</summary>
    private static void MarkDrawn(ImmutableArray<WyscoutRow> rows, int foul, int kick, ActionQualifiers[] found)
    {
        for (var i = foul - 1; i >= 0 && rows[i].Period == rows[foul].Period && rows[foul].Seconds - rows[i].Seconds <= FoulSeconds; i--)
        {
            if (rows[i].IsAgainst(rows[foul]) && rows[i].Player is not null)
            {
                if (rows[i].Player != rows[kick].Player)
                    found[i] |= ActionQualifiers.LedToGoal;
                return;
            }
        }
    }
}
