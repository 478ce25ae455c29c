using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>Makes records of what Confluent's client returns.</summary>
internal static class ConsumedRecord
{
    // What the objects around a record's bytes take, so that many small records count for what they are.
    private const int Overhead = 256;

    internal static CachedRecord From(ConsumeResult<byte[]?, byte[]?> result)
    {
        var headers = HeadersOf(result.Message.Headers);
        var bytes = Overhead + (result.Message.Key?.Length ?? 0) + (result.Message.Value?.Length ?? 0);
        foreach (var header in headers)
            bytes += header.Name.Length + (header.Value?.Length ?? 0);
        var record = new KafkaRecord
        {
            Topic = result.Topic,
            Partition = result.Partition.Value,
            Offset = result.Offset.Value,
            Timestamp = new DateTimeOffset(result.Message.Timestamp.UtcDateTime, TimeSpan.Zero),
            Key = result.Message.Key,
            Value = result.Message.Value,
            Headers = headers,
        };
        return new CachedRecord(record, bytes);
    }

    private static KafkaHeader[] HeadersOf(Headers? headers)
        => headers is null || headers.Count == 0 ? [] : [.. headers.Select(header => new KafkaHeader(header.Key, header.GetValueBytes()))];
}
