using System.Text.Json;

namespace ShellCorp.Events.Json;

/// <content>Match updates and line-ups.</content>
public static partial class EventWriter
{
    private static void WriteFields(Utf8JsonWriter writer, MatchUpdate update)
    {
        writer.WriteNumber("matchId"u8, update.MatchId.Value);
        writer.WriteString("kind"u8, WireNames.Facts.Encoded(update.Kind));
        if (update.TeamId is { } team)
            writer.WriteNumber("teamId"u8, team.Value);

        if (update.PlayerId is { } player)
            writer.WriteNumber("playerId"u8, player.Value);

        if (update.PlayerInId is { } playerIn)
            writer.WriteNumber("playerInId"u8, playerIn.Value);

        WriteTime(writer, update.Time);
        if (update.Sheet is { } sheet)
            WriteSheet(writer, sheet);
    }

    private static void WriteSheet(Utf8JsonWriter writer, MatchSheet sheet)
    {
        writer.WriteStartObject("sheet"u8);
        writer.WriteString("competition"u8, sheet.Competition);
        writer.WriteString("kickOff"u8, Rfc3339.Format(sheet.KickOff));
        WriteTeam(writer, "home"u8, sheet.Home);
        WriteTeam(writer, "away"u8, sheet.Away);
        writer.WriteEndObject();
    }

    private static void WriteTeam(Utf8JsonWriter writer, ReadOnlySpan<byte> side, TeamSheet team)
    {
        writer.WriteStartObject(side);
        writer.WriteNumber("teamId"u8, team.TeamId.Value);
        writer.WriteString("name"u8, team.Name);
        writer.WriteStartArray("squad"u8);
        foreach (var player in team.Squad)
        {
            writer.WriteStartObject();
            writer.WriteNumber("playerId"u8, player.PlayerId.Value);
            writer.WriteString("name"u8, player.Name);
            writer.WriteString("role"u8, WireNames.Roles.Encoded(player.Role));
            writer.WriteBoolean("starts"u8, player.Starts);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
