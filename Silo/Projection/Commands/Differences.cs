using System.Globalization;
using ShellCorp.Matches;
using ShellCorp.Players;

namespace ShellCorp.Silo.Projection.Commands;

/// <summary>What the tables say otherwise than the grains.</summary>
internal static class Differences
{
    /// <summary>In which fields a rating differs; empty where it doesn't.</summary>
    public static string OfRating(RatingRow? row, PlayerMatchRating? rating) => (row, rating?.Live) switch
    {
        (null, null) => "",
        (null, { } live) => $"the tables have none, the grain has version {live.Version}",
        ({ } stored, null) => $"the tables have version {stored.Version}, the grain has none",
        ({ } stored, { } live) => Join(
            ("version", stored.Version, live.Version), ("rating", stored.Rating, live.RatingHundredths), ("team", stored.TeamId, live.TeamId?.Value),
            ("shown", stored.IsShown, live.Shown ? 1 : 0), ("minutes", stored.Minutes, live.MinutesPlayed), ("events", stored.Events, live.Events),
            ("final", stored.IsFinal, live.Final ? 1 : 0), ("weights", stored.Weights, live.Weights)),
    };

    /// <summary>In which fields a result differs; empty where it doesn't.</summary>
    public static string OfResult(ResultRow? row, MatchSummary summary) => Join(
        ("home", row?.HomeId, summary.HomeTeam?.Value), ("away", row?.AwayId, summary.AwayTeam?.Value),
        ("score", $"{row?.HomeScore ?? 0}:{row?.AwayScore ?? 0}", $"{summary.HomeScore}:{summary.AwayScore}"),
        ("shoot-out", $"{row?.HomeShootOut}:{row?.AwayShootOut}", $"{summary.HomeShootOut}:{summary.AwayShootOut}"),
        ("final", row?.IsFinal ?? 0, summary.Phase == MatchPhase.Finished ? 1 : 0));

    private static string Join(params ReadOnlySpan<(string Field, object? Stored, object? Live)> fields)
    {
        var said = new List<string>();
        foreach (var (field, stored, live) in fields)
        {
            if (!Equals(stored, live))
                said.Add(string.Create(CultureInfo.InvariantCulture, $"{field} is {stored ?? "none"} in the tables and {live ?? "none"} at the grain"));
        }

        return string.Join(", ", said);
    }
}
