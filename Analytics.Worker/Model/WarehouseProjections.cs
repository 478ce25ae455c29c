using System.Collections.Immutable;
using ShellCorp.Events;
using static ShellCorp.Analytics.Model.WarehouseModel;

namespace ShellCorp.Analytics.Model;

/// <summary>What the landed tables become.</summary>
public static class WarehouseProjections
{
    private const string IsEvent = "squad_row = 0";
    private const string IsSquad = "squad_row > 0";

    /// <summary>From landed tables to tables of facts and dimensions.</summary>
    public static ImmutableArray<Projection> All { get; } =
    [
        new(Topics.PlayerUpdates, FactEvent, Of(FactEvent, ("topic", $"'{Topics.PlayerUpdates}'"), ("player_in_id", "CAST(NULL AS BIGINT)"))),
        new(Topics.MatchUpdates, FactEvent, Of(
            FactEvent, ("topic", $"'{Topics.MatchUpdates}'"), ("derived", "false"), ("outcome", "CAST(NULL AS VARCHAR(40))"),
            ("qualifiers", "CAST(0 AS BIGINT)"), ("x", "CAST(NULL AS DOUBLE)"), ("y", "CAST(NULL AS DOUBLE)"), ("end_x", "CAST(NULL AS DOUBLE)"),
            ("end_y", "CAST(NULL AS DOUBLE)"), ("role", "CAST(NULL AS VARCHAR(40))")), IsEvent),
        new(Topics.MatchUpdates, DimMatch, Of(DimMatch), $"{IsEvent} AND competition IS NOT NULL"),
        new(Topics.MatchUpdates, DimTeam, Of(
            DimTeam, ("team_id", "squad_team_id"), ("name", "squad_team_name"), ("as_of", "kick_off"), ("as_of_match", "match_id")), IsSquad),
        new(Topics.MatchUpdates, DimPlayer, Of(
            DimPlayer, ("player_id", "squad_player_id"), ("name", "squad_player_name"), ("role", "squad_role"), ("team_id", "squad_team_id"),
            ("as_of", "kick_off"), ("as_of_match", "match_id")), IsSquad),
        new(Topics.LiveRatingUpdates, FactRating, Of(FactRating)),
        new(Topics.MarketEvents, FactMarket, Of(FactMarket)),
        new(LandedTables.Windows, AggPlayerWindow, Of(AggPlayerWindow)),
    ];

    // Where nothing else is said, a column is the source's of the same name.
    private static ImmutableArray<string> Of(Table table, params (string Column, string Value)[] others) =>
        [.. table.Columns.Select(column => ValueOf(column.Name, others))];

    private static string ValueOf(string column, (string Column, string Value)[] others) =>
        Array.Find(others, other => other.Column == column) is (not null, var value) ? value : column;
}
