using System.Text.Json;

namespace ShellCorp.Events.Json;

/// <content>Fields, by event.</content>
public static partial class EventWriter
{
    private static void WriteFields(Utf8JsonWriter writer, PlayerUpdate update)
    {
        writer.WriteNumber("matchId"u8, update.MatchId.Value);
        writer.WriteNumber("playerId"u8, update.PlayerId.Value);
        if (update.TeamId is { } team)
            writer.WriteNumber("teamId"u8, team.Value);

        writer.WriteString("kind"u8, WireNames.Actions.Encoded(update.Kind));
        if (update.Outcome != ActionOutcome.None)
            writer.WriteString("outcome"u8, WireNames.Outcomes.Encoded(update.Outcome));

        if (update.Qualifiers != ActionQualifiers.None)
            WriteQualifiers(writer, update.Qualifiers);

        WriteTime(writer, update.Time);
        if (update.Start is { } start)
        {
            writer.WriteNumber("x"u8, start.X);
            writer.WriteNumber("y"u8, start.Y);
        }

        if (update.End is { } end)
        {
            writer.WriteNumber("endX"u8, end.X);
            writer.WriteNumber("endY"u8, end.Y);
        }

        if (update.Role != PlayerRole.Unknown)
            writer.WriteString("role"u8, WireNames.Roles.Encoded(update.Role));
    }

    private static void WriteQualifiers(Utf8JsonWriter writer, ActionQualifiers qualifiers)
    {
        writer.WriteStartArray("qualifiers"u8);
        foreach (var (value, _) in WireNames.Qualifiers.All)
        {
            if ((qualifiers & value) != 0)
                writer.WriteStringValue(WireNames.Qualifiers.Encoded(value));
        }

        writer.WriteEndArray();
    }

    private static void WriteFields(Utf8JsonWriter writer, LiveRatingUpdate update)
    {
        writer.WriteNumber("playerId"u8, update.PlayerId.Value);
        writer.WriteNumber("matchId"u8, update.MatchId.Value);
        if (update.TeamId is { } team)
            writer.WriteNumber("teamId"u8, team.Value);

        writer.WriteNumber("version"u8, update.Version);
        writer.WriteNumber("ratingHundredths"u8, update.RatingHundredths);
        writer.WriteBoolean("shown"u8, update.Shown);
        writer.WriteNumber("minutesPlayed"u8, update.MinutesPlayed);
        writer.WriteNumber("events"u8, update.Events);
        writer.WriteBoolean("final"u8, update.Final);
        writer.WriteString("weights"u8, update.Weights);
        writer.WriteStartArray("categories"u8);
        foreach (var thousandths in update.Categories)
            writer.WriteNumberValue(thousandths);

        writer.WriteEndArray();
        WriteTime(writer, update.Time);
    }
}
