using System.Text.Json;
using ShellCorp.Market;

namespace ShellCorp.Events.Json;

/// <content>Events of the market.</content>
public static partial class EventReader
{
    /// <summary>Reads an event of the market.</summary>
    /// <param name="data">The event's data.</param>
    /// <param name="envelope">Its id; null where it stands in the data as <c>id</c>.</param>
    public static ReadResult<MarketEvent> ReadMarketEvent(JsonElement data, EventEnvelope? envelope = null) =>
        Read(data, envelope, null, ReadMarketEvent);

    private static MarketEvent ReadMarketEvent(FieldReader fields, EventEnvelope envelope)
    {
        var market = new MarketEvent
        {
            PlayerId = new(fields.Integer("playerId", required: true) ?? 0),
            Kind = fields.Text("kind", required: true) ?? "",
            Sequence = fields.Integer("sequence", required: true) ?? 0,
            At = fields.Time("at", required: true) ?? default,
            AgentId = ReadId<AgentId>(fields, "agentId"),
            ClubId = ReadId<TeamId>(fields, "clubId"),
            PitchId = fields.Text("pitchId"),
            OfferId = fields.Text("offerId"),
            Price = fields.Integer("price"),
        };
        EventValidator.Check(market, fields.Errors);
        if (!fields.Errors.Any && market.Id != envelope.Id)
            fields.Errors.Add("id", envelope.Id, $"must be {market.Id}, made of player and sequence");

        return market;
    }
}
