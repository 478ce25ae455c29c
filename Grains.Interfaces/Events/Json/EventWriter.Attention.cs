using System.Text.Json;

namespace ShellCorp.Events.Json;

/// <content>What people do about players.</content>
public static partial class EventWriter
{
    /// <summary>Writes an event of attention's data; id and time stand in the envelope.</summary>
    public static void Write(Utf8JsonWriter writer, PlayerAttention attention)
    {
        writer.WriteStartObject();
        writer.WriteNumber("playerId"u8, attention.PlayerId.Value);
        writer.WriteString("kind"u8, WireNames.Attention.Encoded(attention.Kind));
        writer.WriteString("by"u8, attention.By);
        writer.WriteEndObject();
    }
}
