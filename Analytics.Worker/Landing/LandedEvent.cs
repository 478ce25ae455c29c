using Confluent.Kafka;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Market;

namespace ShellCorp.Analytics.Landing;

/// <summary>Reads records.</summary>
internal static class LandedEvent
{
    /// <summary>The event with its id and when it happened, UTC; where it doesn't tell, the record's own time.</summary>
    /// <exception cref="EventRefusedException">It can never be read.</exception>
    public static (string Id, DateTime At, object Event) Decode(ConsumeResult<byte[], byte[]> record)
    {
        var item = CloudEventCodec.Decode(
            record.Topic, record.Message.Key, record.Message.Value,
            record.Message.Headers.Select(header => new EventHeader(header.Key, header.GetValueBytes() ?? [])),
            record.Message.Timestamp.Type == TimestampType.NotAvailable ? null : new DateTimeOffset(record.Message.Timestamp.UtcDateTime));
        var (id, at) = item switch
        {
            PlayerUpdate e => (e.Id, e.OccurredAt),
            MatchUpdate e => (e.Id, e.OccurredAt),
            LiveRatingUpdate e => (e.Id, e.OccurredAt),
            MarketEvent e => (e.Id, e.At),
            _ => throw new ArgumentException($"{item.GetType()} is no event of a topic.", nameof(record)),
        };
        return (id, at == default ? record.Message.Timestamp.UtcDateTime : at.UtcDateTime, item);
    }
}
