using static ShellCorp.Analytics.Model.Column;

namespace ShellCorp.Analytics.Model;

/// <summary>What a player did in a match, and the last rating; a function of <c>fact_event</c> and <c>fact_rating</c>.</summary>
public static class PlayerMatches
{
    /// <summary>The table.</summary>
    public static Table Table { get; } = new()
    {
        Name = "agg_player_match",
        Key = ["player_id", "match_id"],
        Columns =
        [
            BigInt("player_id"), BigInt("match_id"), BigInt("team_id").OrNull(), BigInt("own_events"), BigInt("passes"), BigInt("passes_arrived"),
            BigInt("shots"), BigInt("shots_on_target"), BigInt("goals"), BigInt("assists"), BigInt("duels"), BigInt("duels_won"), BigInt("fouls"),
            BigInt("saves"), Timestamp("last_at"), Integer("rating_version").OrNull(), Integer("rating_hundredths").OrNull(),
            Boolean("shown").OrNull(), Integer("minutes_played").OrNull(), Boolean("final").OrNull(),
        ],
    };

    /// <summary>Fills a table with the (player, match) of staged rows.</summary>
    /// <param name="stagings">Staged rows of <see cref="WarehouseModel.FactEvent"/> and <see cref="WarehouseModel.FactRating"/>.</param>
    internal static string SelectTouched(IEnumerable<string> stagings) => string.Join(
        " UNION ", stagings.Select(staging => $"SELECT DISTINCT player_id, match_id FROM {staging} WHERE player_id IS NOT NULL"));

    /// <summary>The rows of <see cref="Table"/> of the players and matches in <paramref name="touched"/>.</summary>
    internal static string SelectRows(string touched) => $"""
        SELECT t.player_id, t.match_id, coalesce(r.team_id, e.team_id), coalesce(e.own_events, 0), coalesce(e.passes, 0),
          coalesce(e.passes_arrived, 0), coalesce(e.shots, 0), coalesce(e.shots_on_target, 0), coalesce(e.goals, 0), coalesce(e.assists, 0),
          coalesce(e.duels, 0), coalesce(e.duels_won, 0), coalesce(e.fouls, 0), coalesce(e.saves, 0),
          CASE WHEN r.occurred_at IS NULL OR e.last_at > r.occurred_at THEN e.last_at ELSE r.occurred_at END,
          r.version, r.rating_hundredths, r.shown, r.minutes_played, r.final
        FROM {touched} t
        LEFT JOIN ({Counts(touched)}) e ON e.player_id = t.player_id AND e.match_id = t.match_id
        LEFT JOIN ({LastRatings(touched)}) r ON r.player_id = t.player_id AND r.match_id = t.match_id
        WHERE e.player_id IS NOT NULL OR r.player_id IS NOT NULL
        """;

    private static string Counts(string touched) => $"""
        SELECT f.player_id, f.match_id, max(f.team_id) AS team_id, max(f.occurred_at) AS last_at,
          {Count("NOT f.derived")} AS own_events, {Count("f.kind = 'pass'")} AS passes,
          {Count("f.kind = 'pass' AND f.outcome = 'success'")} AS passes_arrived, {Count("f.kind = 'shot'")} AS shots,
          {Count("f.kind = 'shot' AND f.outcome = 'success'")} AS shots_on_target, {Count("f.derived AND f.kind = 'goal'")} AS goals,
          {Count("mod(f.qualifiers, 2) = 1 AND NOT f.derived")} AS assists, {Count("f.kind LIKE '%Duel'")} AS duels,
          {Count("f.kind LIKE '%Duel' AND f.outcome = 'success'")} AS duels_won, {Count("f.kind = 'foul'")} AS fouls,
          {Count("f.kind = 'save'")} AS saves
        FROM fact_event f JOIN {touched} k ON k.player_id = f.player_id AND k.match_id = f.match_id
        WHERE f.topic = 'PlayerUpdates'
        GROUP BY f.player_id, f.match_id
        """;

    private static string LastRatings(string touched) => $"""
        SELECT * FROM (
          SELECT f.*, row_number() OVER (PARTITION BY f.player_id, f.match_id ORDER BY f.version DESC) AS place
          FROM fact_rating f JOIN {touched} k ON k.player_id = f.player_id AND k.match_id = f.match_id
        ) AS ranked WHERE place = 1
        """;

    private static string Count(string condition) => $"count(CASE WHEN {condition} THEN 1 END)";
}
