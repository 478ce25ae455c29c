using System.Text.Json;

namespace ShellCorp.Events.Json;

/// <summary>Writes events as JSON; <see cref="EventReader"/> reads back exactly what was written.</summary>
public static partial class EventWriter
{
    /// <summary>Writes a player update's data; id and time stand in the envelope.</summary>
    public static void Write(Utf8JsonWriter writer, PlayerUpdate update)
    {
        writer.WriteStartObject();
        WriteFields(writer, update);
        writer.WriteEndObject();
    }

    /// <summary>Writes a match update's data; id and time stand in the envelope.</summary>
    public static void Write(Utf8JsonWriter writer, MatchUpdate update)
    {
        writer.WriteStartObject();
        WriteFields(writer, update);
        writer.WriteEndObject();
    }

    /// <summary>Writes a live rating's data; id and time stand in the envelope.</summary>
    public static void Write(Utf8JsonWriter writer, LiveRatingUpdate update)
    {
        writer.WriteStartObject();
        WriteFields(writer, update);
        writer.WriteEndObject();
    }

    /// <summary>Writes a player update with its <c>id</c> and <c>time</c>, as the HTTP API takes it.</summary>
    public static void WriteItem(Utf8JsonWriter writer, PlayerUpdate update)
    {
        writer.WriteStartObject();
        WriteIdentity(writer, update.Id, update.OccurredAt);
        WriteFields(writer, update);
        writer.WriteEndObject();
    }

    /// <summary>Writes a match update with its <c>id</c> and <c>time</c>, as the HTTP API takes it.</summary>
    public static void WriteItem(Utf8JsonWriter writer, MatchUpdate update)
    {
        writer.WriteStartObject();
        WriteIdentity(writer, update.Id, update.OccurredAt);
        WriteFields(writer, update);
        writer.WriteEndObject();
    }

    /// <summary>Writes a live rating with its <c>id</c> and <c>time</c>.</summary>
    public static void WriteItem(Utf8JsonWriter writer, LiveRatingUpdate update)
    {
        writer.WriteStartObject();
        WriteIdentity(writer, update.Id, update.OccurredAt);
        WriteFields(writer, update);
        writer.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter writer, string id, DateTimeOffset time)
    {
        writer.WriteString("id"u8, id);
        if (time != default)
            writer.WriteString("time"u8, Rfc3339.Format(time));
    }

    private static void WriteTime(Utf8JsonWriter writer, MatchTime time)
    {
        writer.WriteString("period"u8, WireNames.Periods.Encoded(time.Period));
        writer.WriteNumber("minute"u8, time.Minute);
        writer.WriteNumber("second"u8, time.Second);
    }
}
