using System.Collections.Immutable;
using static ShellCorp.Analytics.Model.Column;

namespace ShellCorp.Analytics.Model;

/// <summary>The star schema, the same in every engine.</summary>
public static class WarehouseModel
{
    private const int IdLength = 800;
    private const int NameLength = 400;
    private const int WordLength = 40;

    private static readonly ImmutableArray<Precedence> FirstInLog = [new("log_partition", false), new("log_offset", false)];
    private static readonly ImmutableArray<Precedence> Newest = [new("as_of", true), new("as_of_match", true)];

    /// <summary>Everything that happened in matches: player and match updates, by event id.</summary>
    public static Table FactEvent { get; } = new()
    {
        Name = "fact_event",
        Key = ["event_id"],
        Winner = FirstInLog,
        Columns =
        [
            Text("event_id", IdLength), Text("topic", WordLength), Integer("log_partition"), BigInt("log_offset"), Text("kind", WordLength),
            Boolean("derived"), Timestamp("occurred_at"), BigInt("match_id"), BigInt("player_id").OrNull(), BigInt("player_in_id").OrNull(),
            BigInt("team_id").OrNull(), Text("outcome", WordLength).OrNull(), BigInt("qualifiers"), Text("period", WordLength),
            Integer("clock_minute"), Integer("clock_second"), Double("x").OrNull(), Double("y").OrNull(), Double("end_x").OrNull(),
            Double("end_y").OrNull(), Text("role", WordLength).OrNull(),
        ],
    };

    /// <summary>Every published version of a player's rating in a match.</summary>
    public static Table FactRating { get; } = new()
    {
        Name = "fact_rating",
        Key = ["player_id", "match_id", "version"],
        Winner = FirstInLog,
        Columns =
        [
            BigInt("player_id"), BigInt("match_id"), Integer("version"), Text("event_id", IdLength), Integer("log_partition"),
            BigInt("log_offset"), Timestamp("occurred_at"), BigInt("team_id").OrNull(), Integer("rating_hundredths"), Boolean("shown"),
            Integer("minutes_played"), Integer("own_events"), Boolean("final"), Text("weights", NameLength), Integer("shooting"),
            Integer("passing"), Integer("dribbling"), Integer("defending"), Integer("goalkeeping"), Integer("presence"),
            Text("period", WordLength), Integer("clock_minute"), Integer("clock_second"),
        ],
    };

    /// <summary>What happened in the market, by player and sequence.</summary>
    public static Table FactMarket { get; } = new()
    {
        Name = "fact_market",
        Key = ["player_id", "sequence"],
        Winner = FirstInLog,
        Columns =
        [
            BigInt("player_id"), BigInt("sequence"), Text("event_id", IdLength), Integer("log_partition"), BigInt("log_offset"),
            Text("kind", WordLength), Timestamp("occurred_at"), BigInt("agent_id").OrNull(), BigInt("club_id").OrNull(),
            Text("pitch_id", WordLength).OrNull(), Text("offer_id", WordLength).OrNull(), BigInt("price").OrNull(),
        ],
    };

    /// <summary>Players, as their latest line-up names them.</summary>
    public static Table DimPlayer { get; } = new()
    {
        Name = "dim_player",
        Key = ["player_id"],
        Winner = Newest,
        Columns =
        [
            BigInt("player_id"), Text("name", NameLength), Text("role", WordLength), BigInt("team_id"), Timestamp("as_of"), BigInt("as_of_match"),
        ],
    };

    /// <summary>Teams, as their latest line-up names them.</summary>
    public static Table DimTeam { get; } = new()
    {
        Name = "dim_team",
        Key = ["team_id"],
        Winner = Newest,
        Columns = [BigInt("team_id"), Text("name", NameLength), Timestamp("as_of"), BigInt("as_of_match")],
    };

    /// <summary>Matches, as their first line-up tells them.</summary>
    public static Table DimMatch { get; } = new()
    {
        Name = "dim_match",
        Key = ["match_id"],
        Winner = FirstInLog,
        Columns =
        [
            BigInt("match_id"), Text("competition", NameLength), Timestamp("kick_off"), BigInt("home_team_id"), BigInt("away_team_id"),
            Integer("log_partition"), BigInt("log_offset"),
        ],
    };

    /// <summary>
    /// Averages over tumbling windows in event time, computed in stream: of the last rating that each player of the scope had in the window.
    /// Each partition of the log has a row of its own; an average is the sum of <c>rating_sum</c> by the sum of <c>ratings</c>.
    /// </summary>
    public static Table AggPlayerWindow { get; } = new()
    {
        Name = "agg_player_window",
        Key = ["scope", "scope_id", "window_start", "window_seconds", "log_partition"],
        Winner = [new("through_offset", true)],
        Columns =
        [
            Text("scope", WordLength), BigInt("scope_id"), Timestamp("window_start"), Integer("window_seconds"), Integer("log_partition"),
            BigInt("rating_sum"), BigInt("ratings"), Text("status", WordLength), BigInt("through_offset"),
        ],
    };

    /// <summary>Which ranges of the log are in the tables; <c>next</c> of a partition is the highest <c>next_offset</c>.</summary>
    public static Table LoadLedger { get; } = new()
    {
        Name = "load_ledger",
        Key = ["topic", "log_partition", "first_offset"],
        Columns =
        [
            Text("topic", WordLength), Integer("log_partition"), BigInt("first_offset"), BigInt("next_offset"), Text("kind", WordLength),
            BigInt("row_count"), Text("location", 2000), Timestamp("last_event_at").OrNull(), Timestamp("loaded_at"),
        ],
    };

    /// <summary>All tables.</summary>
    public static ImmutableArray<Table> Tables { get; } =
        [FactEvent, FactRating, FactMarket, DimPlayer, DimTeam, DimMatch, PlayerMatches.Table, AggPlayerWindow, LoadLedger];
}
