using System.Text.Json;
using ShellCorp.Market;

namespace ShellCorp.Events.Json;

/// <content>Events of the market.</content>
public static partial class EventWriter
{
    /// <summary>Writes a market event's data; the id stands in the envelope.</summary>
    public static void Write(Utf8JsonWriter writer, MarketEvent happened)
    {
        writer.WriteStartObject();
        writer.WriteNumber("playerId"u8, happened.PlayerId.Value);
        writer.WriteString("kind"u8, WireNames.MarketEvents.Encoded(happened.Kind));
        writer.WriteNumber("sequence"u8, happened.Sequence);
        writer.WriteString("at"u8, Rfc3339.Format(happened.At));
        writer.WriteNumber("agentId"u8, happened.AgentId.Value);
        writer.WriteNumber("clubId"u8, happened.ClubId.Value);
        if (happened.PitchId is { } pitch)
            writer.WriteString("pitchId"u8, pitch.ToString());

        if (happened.OfferId is { } offer)
            writer.WriteString("offerId"u8, offer.ToString());

        writer.WriteNumber("price"u8, happened.Price);
        writer.WriteEndObject();
    }
}
