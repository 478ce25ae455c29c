using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Grains.Matches;

/// <summary>Whether an event fits the line-up of its match. Without a line-up everything fits.</summary>
internal static class SheetRules
{
    /// <summary>What doesn't fit of what a player is said to have done.</summary>
    public static ImmutableArray<FieldError> Check(PlayerUpdate update, MatchSheet sheet) => sheet.Find(update.PlayerId) is { } found
        ? Check(update, found.Team.TeamId)
        : [Stranger("playerId", update.PlayerId, update.MatchId)];

    /// <summary>What doesn't fit of what a player of a team is said to have done.</summary>
    public static ImmutableArray<FieldError> Check(PlayerUpdate update, TeamId own) => update.TeamId is { } team && team != own
        ? [new("teamId", $"{team}", $"is not the player's team in match {update.MatchId}, which is {own}")]
        : [];

    /// <summary>What doesn't fit of a fact.</summary>
    public static ImmutableArray<FieldError> Check(MatchUpdate update, MatchSheet sheet)
    {
        if (update.Kind == MatchFact.LineUp)
            return [];

        if (update.TeamId is { } team && sheet.Of(team) is null)
        {
            return [new("teamId", $"{team}",
                $"doesn't play in match {update.MatchId}; its teams are {sheet.Home.TeamId} and {sheet.Away.TeamId}")];
        }

        return [.. Check("playerId", update.PlayerId, update, sheet), .. Check("playerInId", update.PlayerInId, update, sheet)];
    }

    private static ImmutableArray<FieldError> Check(string field, PlayerId? player, MatchUpdate update, MatchSheet sheet)
    {
        if (player is not { } named)
            return [];

        if (sheet.Find(named) is not { } found)
            return [Stranger(field, named, update.MatchId)];

        return update.TeamId is { } team && team != found.Team.TeamId
            ? [new(field, $"{named}", $"is not in the squad of team {team} in match {update.MatchId}, but of team {found.Team.TeamId}")]
            : [];
    }

    private static FieldError Stranger(string field, PlayerId player, MatchId match) =>
        new(field, $"{player}", $"is in neither squad of match {match}");
}
