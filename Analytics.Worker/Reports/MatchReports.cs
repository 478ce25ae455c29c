namespace ShellCorp.Analytics.Reports;

/// <summary>Reports on players, clubs and matches.</summary>
internal static class MatchReports
{
    private const string Played = """
        FROM agg_player_match a
        JOIN dim_match m ON m.match_id = a.match_id AND m.kick_off >= $1 AND m.kick_off < $2 AND ($3 = '' OR m.competition = $3)
        """;

    public static Report<PlayerFormRow> PlayerForm(long player, ReportFilter filter) => new(
        """
        SELECT coalesce(m.kick_off, a.last_at) AS played_at, a.match_id, m.competition, t.name AS team, o.name AS opponent,
          a.rating_hundredths / 100.0 AS rating, a.shown,
          avg(a.rating_hundredths / 100.0) OVER (ORDER BY coalesce(m.kick_off, a.last_at), a.match_id ROWS BETWEEN 4 PRECEDING AND CURRENT ROW) AS trend,
          a.minutes_played, a.goals, a.assists, a.own_events
        FROM agg_player_match a
        LEFT JOIN dim_match m ON m.match_id = a.match_id
        LEFT JOIN dim_team t ON t.team_id = a.team_id
        LEFT JOIN dim_team o ON o.team_id = CASE WHEN m.home_team_id = a.team_id THEN m.away_team_id ELSE m.home_team_id END
        WHERE a.player_id = $4 AND coalesce(m.kick_off, a.last_at) >= $1 AND coalesce(m.kick_off, a.last_at) < $2 AND ($3 = '' OR m.competition = $3)
        """,
        [.. filter.Values, player],
        [("played_at", false), ("match_id", false)]);

    public static Report<SeasonRow> Season(ReportFilter filter, int minMinutes) => new(
        $"""
        SELECT a.player_id, max(p.name) AS player, max(t.name) AS team, count(*) AS matches, CAST(sum(coalesce(a.minutes_played, 0)) AS BIGINT) AS minutes,
          avg(a.rating_hundredths / 100.0) AS average_rating, max(a.rating_hundredths) / 100.0 AS best_rating, CAST(sum(a.goals) AS BIGINT) AS goals,
          CAST(sum(a.assists) AS BIGINT) AS assists, CAST(sum(a.shots) AS BIGINT) AS shots,
          CAST(sum(a.passes_arrived) AS DOUBLE PRECISION) / nullif(sum(a.passes), 0) AS pass_rate,
          CAST(sum(a.duels_won) AS DOUBLE PRECISION) / nullif(sum(a.duels), 0) AS duel_rate
        {Played} AND a.shown
        LEFT JOIN dim_player p ON p.player_id = a.player_id
        LEFT JOIN dim_team t ON t.team_id = p.team_id
        GROUP BY a.player_id
        HAVING sum(coalesce(a.minutes_played, 0)) >= $4
        """,
        [.. filter.Values, minMinutes],
        [("average_rating", true), ("player_id", false)]);

    public static Report<ClubRankingRow> ClubRanking(ReportFilter filter, string interval) => new(
        $"""
        SELECT period, rank() OVER (PARTITION BY period ORDER BY average_rating DESC) AS place, team_id, team, average_rating, matches
        FROM (
          SELECT {ReportSql.Period(interval, "m.kick_off")} AS period, a.team_id, max(t.name) AS team,
            avg(a.rating_hundredths / 100.0) AS average_rating, count(DISTINCT a.match_id) AS matches
          {Played} AND a.shown
          LEFT JOIN dim_team t ON t.team_id = a.team_id
          WHERE a.team_id IS NOT NULL
          GROUP BY 1, 2
        ) AS clubs
        """,
        filter.Values,
        [("period", false), ("place", false), ("team_id", false)]);

    public static Report<TimelineRow> Timeline(long match) => new(
        """
        SELECT CAST(CASE f.period WHEN '1H' THEN 0 WHEN '2H' THEN 1 WHEN 'E1' THEN 2 WHEN 'E2' THEN 3 ELSE 4 END AS BIGINT) * 100000
            + f.clock_minute * 60 + f.clock_second AS clock_order,
          f.event_id, f.period, f.clock_minute, f.clock_second, f.kind, t.name AS team, p.name AS player, q.name AS player_in, f.occurred_at
        FROM fact_event f
        LEFT JOIN dim_team t ON t.team_id = f.team_id
        LEFT JOIN dim_player p ON p.player_id = f.player_id
        LEFT JOIN dim_player q ON q.player_id = f.player_in_id
        WHERE f.match_id = $1 AND f.topic = 'MatchUpdates' AND f.kind NOT IN ('lineUp', 'interruption')
        """,
        [match],
        [("clock_order", false), ("event_id", false)]);

    public static Report<DistributionRow> Distribution(ReportFilter filter) => new(
        $"""
        SELECT floor(a.rating_hundredths / 50.0) / 2.0 AS from_rating, count(*) AS ratings
        {Played} AND a.shown
        GROUP BY 1
        """,
        filter.Values,
        [("from_rating", false)]);
}
