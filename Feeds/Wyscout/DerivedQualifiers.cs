using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>
/// What no row says by itself, but its neighbours do: who won the ball, blocked the shot, made the chance, gave the penalty away. Wyscout's
/// own tags for some of these follow other definitions than the table that ratings are made with.
/// </summary>
internal static class DerivedQualifiers
{
    /// <summary>The qualifiers that each row has beyond its own tags.</summary>
    public static ActionQualifiers[] Of(ImmutableArray<WyscoutRow> rows)
    {
        // Interruptions are nobody's: whether they are told must not change what the rows around them mean to each other.
        int[] acting = [.. Enumerable.Range(0, rows.Length).Where(i => rows[i].Event != WyscoutEvent.Interruption)];
        var found = new ActionQualifiers[rows.Length];
        foreach (var (i, qualifiers) in OfActing([.. acting.Select(i => rows[i])]).Index())
            found[acting[i]] = qualifiers;
        return found;
    }

    private static ActionQualifiers[] OfActing(ImmutableArray<WyscoutRow> rows)
    {
        var found = new ActionQualifiers[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].IsAttempt)
                Chances.Mark(rows, i, found);
            if (rows[i].IsOwnGoal)
                Chances.MarkOwnGoal(rows, i, found);
            if (rows[i].SubEvent == WyscoutEvent.Penalty)
                Penalties.Mark(rows, i, found);
            if (rows[i].Has(WyscoutTag.DangerousBallLost))
                Losses.Mark(rows, i, found);
        }

        Possession.MarkRecoveries(rows, found);
        return found;
    }
}
