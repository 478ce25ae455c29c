using System.Text.RegularExpressions;
using ShellCorp.Silo.Market;

namespace ShellCorp.Silo.Projection.Tables;

/// <summary>
/// The projection's statements, on the tables that are read or on those of a replay. All are set-based, and give the same whatever order
/// records come in and however often.
/// </summary>
/// <param name="prefix">What the tables' names begin with.</param>
internal sealed partial class ProjectionSql(string prefix)
{
    private const string ShadowPrefix = "shadow_";

    // The position first: whoever finds it moved has done nothing, and a swap of tables waits for whoever hasn't.
    private static readonly string[] Tables =
        ["projection_position", "player_form", "rating_history", "player_rating", "match_result", "match_fact", "match_squad"];

    /// <summary>The tables that are read.</summary>
    public static ProjectionSql Live { get; } = new("");

    /// <summary>The tables that a replay fills.</summary>
    public static ProjectionSql Shadow { get; } = new(ShadowPrefix);

    /// <summary>Makes the replay's tables, empty.</summary>
    public static string MakeShadows { get; } = string.Join('\n', Tables.Select(table => $"DROP TABLE IF EXISTS {ShadowPrefix}{table};").Append(ShadowScript()));

    /// <summary>Puts the replay's tables in the place of those that are read.</summary>
    public static IReadOnlyList<string> Swap { get; } =
        [.. Tables.SelectMany(table => (string[])[$"DROP TABLE {table}", $"ALTER TABLE {ShadowPrefix}{table} RENAME TO {table}"])];

    public string ReadPositions { get; } = $"SELECT topic AS Topic, partition AS Partition, next AS Next, topic_id AS TopicId FROM {prefix}projection_position";

    public string AddPosition { get; } =
        $"""
        INSERT INTO {prefix}projection_position AS p (topic, partition, next, topic_id) VALUES (@Topic, @Partition, @Next, @TopicId)
        ON CONFLICT (topic, partition) DO UPDATE SET topic_id = excluded.topic_id WHERE p.topic_id = ''
        """;

    /// <summary>Changes as many rows as it is given, or somebody else has moved some.</summary>
    public string MovePositions { get; } =
        $"""
        UPDATE {prefix}projection_position AS p SET next = r.until FROM @rows r
        WHERE p.topic = r.topic AND p.partition = r.partition AND p.next = r.since
        """;

    // Who changes what follows from a player's ratings must see them all: another partition may hold some, and another silo be writing them.
    public string AddForms { get; } = $"INSERT INTO {prefix}player_form (player_id) SELECT r.player_id FROM @rows r WHERE true ORDER BY r.player_id ON CONFLICT DO NOTHING";

    public string LockForms { get; } =
        $"SELECT f.player_id FROM {prefix}player_form f WHERE f.player_id IN (SELECT r.player_id FROM @rows r) ORDER BY f.player_id /*for update*/";

    public string AddHistory { get; } =
        $"""
        INSERT INTO {prefix}rating_history (player_id, match_id, version, rating, is_shown, minutes, at)
        SELECT r.player_id, r.match_id, r.version, r.rating, r.is_shown, r.minutes, r.at FROM @rows r WHERE true
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Takes one row a player and match.</summary>
    public string SetRatings { get; } =
        $"""
        INSERT INTO {prefix}player_rating AS p (player_id, match_id, version, team_id, rating, is_shown, minutes, events, is_final, weights, season, at)
        SELECT r.player_id, r.match_id, r.version, r.team_id, r.rating, r.is_shown, r.minutes, r.events, r.is_final, r.weights, r.season, r.at FROM @rows r WHERE true
        ON CONFLICT (player_id, match_id) DO UPDATE SET
            version = excluded.version, team_id = excluded.team_id, rating = excluded.rating, is_shown = excluded.is_shown, minutes = excluded.minutes,
            events = excluded.events, is_final = excluded.is_final, weights = excluded.weights, season = excluded.season, at = excluded.at
        WHERE p.version < excluded.version
        """;

    public string SetForms { get; } =
        $"""
        UPDATE {prefix}player_form AS f SET
            rating = x.rating, form = x.form, season = x.season, season_rating = x.season_rating, season_matches = x.season_matches
        FROM (
            SELECT t.player_id,
                max(CASE WHEN t.place = 1 THEN t.rating END) AS rating,
                (2 * sum(CASE WHEN t.place <= 5 THEN t.rating END) + sum(CASE WHEN t.place <= 5 THEN 1 END)) / (2 * sum(CASE WHEN t.place <= 5 THEN 1 END)) AS form,
                max(t.latest_season) AS season,
                (2 * sum(CASE WHEN t.season = t.latest_season THEN t.rating END) + sum(CASE WHEN t.season = t.latest_season THEN 1 END))
                    / (2 * sum(CASE WHEN t.season = t.latest_season THEN 1 END)) AS season_rating,
                sum(CASE WHEN t.season = t.latest_season THEN 1 END) AS season_matches
            FROM (
                SELECT p.player_id, p.rating, p.season, row_number() OVER latest AS place, first_value(p.season) OVER latest AS latest_season
                FROM {prefix}player_rating p
                WHERE p.is_shown = 1 AND p.player_id IN (SELECT r.player_id FROM @rows r)
                WINDOW latest AS (PARTITION BY p.player_id ORDER BY p.at DESC, p.match_id DESC)
            ) t
            GROUP BY t.player_id
        ) x
        WHERE f.player_id = x.player_id
        """;

    public string AddResults { get; } = $"INSERT INTO {prefix}match_result (match_id) SELECT r.match_id FROM @rows r WHERE true ORDER BY r.match_id ON CONFLICT DO NOTHING";

    public string LockResults { get; } =
        $"SELECT m.match_id FROM {prefix}match_result m WHERE m.match_id IN (SELECT r.match_id FROM @rows r) ORDER BY m.match_id /*for update*/";

    public string AddFacts { get; } =
        $"""
        INSERT INTO {prefix}match_fact (match_id, id, kind, period, team_id, player_id, at, competition, kick_off, home_id, home, away_id, away)
        SELECT r.match_id, r.id, r.kind, r.period, r.team_id, r.player_id, r.at, r.competition, r.kick_off, r.home_id, r.home, r.away_id, r.away FROM @rows r WHERE true
        ON CONFLICT DO NOTHING
        """;

    public string AddSquads { get; } =
        $"""
        INSERT INTO {prefix}match_squad (match_id, fact_id, player_id, team_id)
        SELECT r.match_id, r.fact_id, r.player_id, r.team_id FROM @rows r WHERE true
        ON CONFLICT DO NOTHING
        """;

    /// <summary>By the same rules as the match's grain: of several line-ups the latest counts, and a fact that doesn't fit it doesn't.</summary>
    public string SetResults { get; } =
        $"""
        UPDATE {prefix}match_result AS m SET
            competition = x.competition, kick_off = x.kick_off, home_id = x.home_id, home = x.home, away_id = x.away_id, away = x.away,
            home_score = x.home_score, away_score = x.away_score, is_final = x.is_final,
            home_shoot_out = CASE WHEN x.shoot_out = 1 THEN x.home_kicks END, away_shoot_out = CASE WHEN x.shoot_out = 1 THEN x.away_kicks END
        FROM (
            SELECT t.match_id, t.competition, t.kick_off, t.home_id, t.home, t.away_id, t.away,
                sum(CASE WHEN (t.kind = 3 AND t.team_id = t.home_id) OR (t.kind = 4 AND t.team_id = t.away_id) THEN 1 ELSE 0 END) AS home_score,
                sum(CASE WHEN (t.kind = 3 AND t.team_id = t.away_id) OR (t.kind = 4 AND t.team_id = t.home_id) THEN 1 ELSE 0 END) AS away_score,
                sum(CASE WHEN t.kind = 5 AND t.team_id = t.home_id THEN 1 ELSE 0 END) AS home_kicks,
                sum(CASE WHEN t.kind = 5 AND t.team_id = t.away_id THEN 1 ELSE 0 END) AS away_kicks,
                max(CASE WHEN t.kind IN (5, 6) OR (t.kind = 1 AND t.period = 4) THEN 1 ELSE 0 END) AS shoot_out,
                max(CASE WHEN t.kind = 12 THEN 1 ELSE 0 END) AS is_final
            FROM (
                SELECT f.match_id, f.kind, f.period, f.team_id, s.competition, s.kick_off, s.home_id, s.home, s.away_id, s.away
                FROM {prefix}match_fact f
                LEFT JOIN (
                    SELECT l.*, row_number() OVER (PARTITION BY l.match_id ORDER BY l.at DESC, l.id /*by code*/ DESC) AS place
                    FROM {prefix}match_fact l
                    WHERE l.kind = 0 AND l.match_id IN (SELECT r.match_id FROM @rows r)
                ) s ON s.match_id = f.match_id AND s.place = 1
                WHERE f.match_id IN (SELECT r.match_id FROM @rows r)
                    AND (s.id IS NULL OR f.team_id IS NULL OR f.team_id IN (s.home_id, s.away_id))
                    AND (s.id IS NULL OR f.player_id IS NULL OR EXISTS (
                        SELECT 1 FROM {prefix}match_squad q
                        WHERE q.match_id = f.match_id AND q.fact_id = s.id AND q.player_id = f.player_id AND (f.team_id IS NULL OR q.team_id = f.team_id)))
            ) t
            GROUP BY t.match_id, t.competition, t.kick_off, t.home_id, t.home, t.away_id, t.away
        ) x
        WHERE m.match_id = x.match_id
        """;

    private static string ShadowScript() => string.Join('\n', MarketSchema.Steps.Steps
        .Where(step => step.Name.EndsWith("-projection", StringComparison.Ordinal))
        .Select(step => TableName().Replace(step.Sql, $"$1 TABLE {ShadowPrefix}$2")));

    [GeneratedRegex(@"(?m)^(CREATE|ALTER) TABLE (\w+)")]
    private static partial Regex TableName();
}
