using ShellCorp.Analytics.Warehouse;
using ShellCorp.Events;

namespace ShellCorp.Analytics.Model;

/// <summary>The statements that take out what was loaded from an offset on.</summary>
public static class TrimStatements
{
    /// <summary>Of one partition.</summary>
    public static IEnumerable<string> Of(LogPartition partition, long from)
    {
        var at = FormattableString.Invariant($"log_partition = {partition.Number}");
        var rows = FormattableString.Invariant($"{at} AND log_offset >= {from}");
        switch (partition.Topic)
        {
            case Topics.PlayerUpdates or Topics.MatchUpdates:
                yield return $"DELETE FROM fact_event WHERE topic = '{partition.Topic}' AND {rows}";
                break;
            case Topics.LiveRatingUpdates:
                yield return $"DELETE FROM fact_rating WHERE {rows}";
                yield return FormattableString.Invariant($"DELETE FROM agg_player_window WHERE {at} AND through_offset >= {from}");
                break;
            default:
                yield return $"DELETE FROM fact_market WHERE {rows}";
                break;
        }

        if (partition.Topic == Topics.MatchUpdates)
            yield return $"DELETE FROM dim_match WHERE {rows}";
        yield return FormattableString.Invariant($"DELETE FROM load_ledger WHERE topic = '{partition.Topic}' AND {at} AND first_offset >= {from}");
        yield return FormattableString.Invariant(
            $"UPDATE load_ledger SET next_offset = {from} WHERE topic = '{partition.Topic}' AND {at} AND next_offset > {from}");
    }

    /// <summary>After all partitions: what is computed from facts, anew.</summary>
    public static IEnumerable<string> Aggregates()
    {
        var table = PlayerMatches.Table;
        yield return $"DELETE FROM {table.Name}";
        yield return $"CREATE TEMPORARY TABLE every_player_match AS {PlayerMatches.SelectTouched(["fact_event", "fact_rating"])}";
        yield return $"INSERT INTO {table.Name} ({table.ColumnList}) {PlayerMatches.SelectRows("every_player_match")}";
        yield return "DROP TABLE every_player_match";
    }
}
