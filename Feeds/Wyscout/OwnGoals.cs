using System.Collections.Immutable;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>
/// Tells a keeper's own goal from a keeper beaten by a team-mate's: the tag may stand on the save in both cases. It counts there unless
/// another row tells of the goal.
/// </summary>
internal static class OwnGoals
{
    private const double Seconds = 10;

    /// <summary>The rows, an own goal's tag taken from each save that another row's goal belongs to.</summary>
    public static ImmutableArray<WyscoutRow> CountedOnce(ImmutableArray<WyscoutRow> rows) =>
    [
        .. rows.Select((row, i) => row.Event == WyscoutEvent.Save && row.Has(WyscoutTag.OwnGoal) && IsToldElsewhere(rows, i)
            ? row with { Tags = row.Tags.Remove(WyscoutTag.OwnGoal) }
            : row),
    ];

    private static bool IsToldElsewhere(ImmutableArray<WyscoutRow> rows, int save)
    {
        var row = rows[save];
        return rows.Index().Any(each => each.Index != save && each.Item.Period == row.Period && Math.Abs(each.Item.Seconds - row.Seconds) <= Seconds
            && (each.Item.Has(WyscoutTag.Goal)
                || (each.Item.Has(WyscoutTag.OwnGoal) && each.Item.Team == row.Team && (each.Item.Event != WyscoutEvent.Save || each.Index < save))));
    }
}
