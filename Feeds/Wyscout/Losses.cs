using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>What came of a ball lost where it is dangerous.</summary>
internal static class Losses
{
    private const double Seconds = 15;

    public static void Mark(ImmutableArray<WyscoutRow> rows, int loss, ActionQualifiers[] found)
    {
        for (var i = loss + 1; i < rows.Length && rows[i].Period == rows[loss].Period && rows[i].Seconds - rows[loss].Seconds <= Seconds; i++)
        {
            if (rows[i].IsAgainst(rows[loss]) && rows[i].IsAttempt)
                found[loss] |= rows[i].IsGoal ? ActionQualifiers.LedToGoal : ActionQualifiers.LedToAttempt;
        }
    }
}
