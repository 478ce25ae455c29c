using Orleans.Streaming.Kafka;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Market;

namespace ShellCorp.Silo.Kafka;

/// <summary>Turns records into our events and back, by <see cref="CloudEventCodec"/>.</summary>
internal sealed class CloudEventRecordSerializer : IKafkaRecordSerializer
{
    /// <inheritdoc/>
    public object Deserialize(KafkaRecord record)
    {
        try
        {
            return CloudEventCodec.Decode(
                record.Topic,
                record.Key,
                record.Value,
                record.Headers.Select(header => new EventHeader(header.Name, header.Value ?? [])),
                record.Timestamp);
        }
        catch (EventRefusedException exception)
        {
            throw new RecordRefusedException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public KafkaRecordToWrite Serialize(StreamId streamId, object item, IReadOnlyDictionary<string, object>? requestContext)
    {
        var encoded = item switch
        {
            PlayerUpdate update => CloudEventCodec.Encode(update),
            MatchUpdate update => CloudEventCodec.Encode(update),
            LiveRatingUpdate update => CloudEventCodec.Encode(update),
            PlayerAttention attention => CloudEventCodec.Encode(attention),
            MarketEvent happened => CloudEventCodec.Encode(happened),
            _ => throw new ArgumentException($"{item.GetType()} is no event of a topic.", nameof(item)),
        };
        return new()
        {
            Key = encoded.Key,
            Value = encoded.Value,
            Headers = [.. encoded.Headers.Select(header => new KafkaHeader(header.Name, header.Value))],
        };
    }
}
