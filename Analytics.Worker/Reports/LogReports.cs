namespace ShellCorp.Analytics.Reports;

/// <summary>Reports on windows, the market, and how far the log is loaded.</summary>
internal static class LogReports
{
    /// <summary>What averages can be asked of.</summary>
    public static readonly string[] Scopes = ["player", "team", "match", "competition"];

    public static Report<FreshnessRow> Freshness() => new(
        """
        SELECT topic, log_partition, max(next_offset) AS next_offset, CAST(sum(row_count) AS BIGINT) AS row_total,
          CAST(sum(CASE WHEN kind = 'gap' THEN next_offset - first_offset ELSE 0 END) AS BIGINT) AS missing,
          max(last_event_at) AS last_event_at, max(loaded_at) AS loaded_at
        FROM load_ledger
        GROUP BY topic, log_partition
        """,
        [],
        [("topic", false), ("log_partition", false)]);

    // Each partition of the log has a row of its own; a competition is the sum of its matches.
    public static Report<WindowAverageRow> Averages(ReportFilter filter, string scope, string id) => new(
        $"""
        SELECT w.window_start, {(scope == "competition" ? "m.competition" : "CAST(w.scope_id AS VARCHAR(20))")} AS scope_id, w.window_seconds,
          CAST(sum(w.rating_sum) AS DOUBLE PRECISION) / sum(w.ratings) / 100.0 AS average_rating, CAST(sum(w.ratings) AS BIGINT) AS ratings,
          CASE WHEN max(CASE w.status WHEN 'open' THEN 1 ELSE 0 END) = 1 THEN 'open' ELSE max(w.status) END AS status
        FROM agg_player_window w
        {(scope is "competition" or "match" ? "" : "LEFT ")}JOIN dim_match m ON w.scope = 'match' AND m.match_id = w.scope_id
        WHERE w.window_start >= $1 AND w.window_start < $2 AND ($3 = '' OR m.competition = $3)
          AND w.scope = '{(scope == "competition" ? "match" : scope)}'
          AND ($4 = '' OR {(scope == "competition" ? "m.competition" : "CAST(w.scope_id AS VARCHAR(20))")} = $4)
        GROUP BY 1, 2, 3
        """,
        [.. filter.Values, id],
        [("window_start", false), ("scope_id", false), ("window_seconds", false)]);

    public static Report<MarketRow> Market(ReportFilter filter, string interval) => new(
        $"""
        SELECT {ReportSql.Period(interval, "sent_at")} AS period, count(*) AS sent, count(viewed_at) AS viewed, count(interested_at) AS interested,
          count(declined_at) AS declined, CAST(count(viewed_at) AS DOUBLE PRECISION) / count(*) AS view_rate,
          CAST(count(interested_at) + count(declined_at) AS DOUBLE PRECISION) / count(*) AS response_rate,
          {Hours("viewed_at")} AS hours_to_view, {Hours("coalesce(interested_at, declined_at)")} AS hours_to_answer
        FROM (
          SELECT pitch_id, {At("sent")} AS sent_at, {At("viewed")} AS viewed_at, {At("interested")} AS interested_at, {At("declined")} AS declined_at
          FROM fact_market WHERE pitch_id IS NOT NULL GROUP BY pitch_id
        ) AS pitches
        WHERE sent_at >= $1 AND sent_at < $2 AND $3 = ''
        GROUP BY 1
        """,
        filter.Values,
        [("period", false)]);

    private static string At(string state) => $"min(CASE WHEN kind = 'pitch-{state}' THEN occurred_at END)";

    private static string Hours(string to) => $"avg(extract(epoch FROM {to} - sent_at) / 3600.0)";
}
