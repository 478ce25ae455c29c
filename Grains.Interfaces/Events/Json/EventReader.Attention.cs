using System.Text.Json;

namespace ShellCorp.Events.Json;

/// <content>What people do about players.</content>
public static partial class EventReader
{
    /// <summary>Reads an event of attention.</summary>
    /// <param name="data">The event's data.</param>
    /// <param name="envelope">Id and time; null where they stand in the data as <c>id</c> and <c>time</c>.</param>
    public static ReadResult<PlayerAttention> ReadPlayerAttention(JsonElement data, EventEnvelope? envelope = null) =>
        Read(data, envelope, null, ReadPlayerAttention);

    private static PlayerAttention ReadPlayerAttention(FieldReader fields, EventEnvelope envelope)
    {
        var attention = new PlayerAttention
        {
            Id = envelope.Id,
            PlayerId = new(fields.Integer("playerId", required: true) ?? 0),
            Kind = fields.Name("kind", WireNames.Attention, required: true) ?? default,
            By = fields.Text("by", required: true) ?? "",
            OccurredAt = envelope.Time ?? default,
        };
        EventValidator.Check(attention, fields.Errors);
        return attention;
    }
}
