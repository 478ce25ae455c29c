using ShellCorp.Events.Json;

namespace ShellCorp.Events;

/// <content>Rules for line-ups.</content>
public static partial class EventValidator
{
    private static void CheckSheet(MatchSheet sheet, FieldErrors errors)
    {
        CheckName("sheet.competition", sheet.Competition, errors);
        if (sheet.KickOff == default)
            errors.Add("sheet.kickOff", null, "is missing");

        var seen = new HashSet<PlayerId>();
        CheckTeam("sheet.home", sheet.Home, seen, errors);
        CheckTeam("sheet.away", sheet.Away, seen, errors);
        if (sheet.Home.TeamId == sheet.Away.TeamId)
            errors.Add("sheet.away.teamId", sheet.Away.TeamId.ToString(), "is the home team, a match has two different ones");
    }

    private static void CheckTeam(string path, TeamSheet team, HashSet<PlayerId> seen, FieldErrors errors)
    {
        CheckPositive($"{path}.teamId", team.TeamId.Value, errors);
        CheckName($"{path}.name", team.Name, errors);
        if (team.Squad.IsDefaultOrEmpty)
        {
            errors.Add($"{path}.squad", "[]", "must not be empty");
            return;
        }

        for (var i = 0; i < team.Squad.Length; i++)
            CheckPlayer($"{path}.squad[{i}]", team.Squad[i], seen, errors);

        if (team.Squad.Length > MaxSquad)
            errors.Add($"{path}.squad", team.Squad.Length, $"players, at most {MaxSquad} are allowed");

        var starters = team.Squad.Count(player => player.Starts);
        if (starters > MaxStarters)
            errors.Add($"{path}.squad", starters, $"players start, at most {MaxStarters} are allowed");
    }

    private static void CheckPlayer(string path, SquadPlayer player, HashSet<PlayerId> seen, FieldErrors errors)
    {
        CheckPositive($"{path}.playerId", player.PlayerId.Value, errors);
        CheckName($"{path}.name", player.Name, errors);
        CheckDefined($"{path}.role", player.Role, errors);
        if (!seen.Add(player.PlayerId))
            errors.Add($"{path}.playerId", player.PlayerId.ToString(), "stands on the sheet twice");
    }
}
