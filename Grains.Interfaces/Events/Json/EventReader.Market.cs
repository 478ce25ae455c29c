using System.Text.Json;
using ShellCorp.Market;

namespace ShellCorp.Events.Json;

/// <content>Events of the market.</content>
public static partial class EventReader
{
    /// <summary>Reads an event of the market.</summary>
    /// <param name="data">The event's data.</param>
    /// <param name="envelope">Id and time; null where the id stands in the data as <c>id</c>.</param>
    public static ReadResult<MarketEvent> ReadMarketEvent(JsonElement data, EventEnvelope? envelope = null) =>
        Read(data, envelope, null, ReadMarketEvent);

    private static MarketEvent ReadMarketEvent(FieldReader fields, EventEnvelope envelope)
    {
        var happened = new MarketEvent
        {
            PlayerId = new(fields.Integer("playerId", required: true) ?? 0),
            Kind = fields.Name("kind", WireNames.MarketEvents, required: true) ?? default,
            Sequence = fields.Integer("sequence", required: true) ?? 0,
            At = fields.Time("at") ?? envelope.Time ?? default,
            AgentId = new(fields.Integer("agentId", required: true) ?? 0),
            ClubId = new(fields.Integer("clubId", required: true) ?? 0),
            PitchId = ReadGuid(fields, "pitchId") is { } pitch ? new(pitch) : null,
            Price = fields.Integer("price", required: true) ?? 0,
            OfferId = ReadGuid(fields, "offerId") is { } offer ? new(offer) : null,
        };
        EventValidator.Check(happened, fields.Errors);
        if (!fields.Errors.Any && happened.Id != envelope.Id)
            fields.Errors.Add("id", envelope.Id, $"must be {happened.Id}, made of player and sequence");

        return happened;
    }

    private static Guid? ReadGuid(FieldReader fields, string name)
    {
        if (fields.Text(name) is not { } text)
            return null;

        if (Guid.TryParseExact(text, "n", out var value))
            return value;

        fields.Errors.Add(name, text, "must be 32 hexadecimal digits");
        return null;
    }
}
