using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>Makes records of what Confluent's client returns.</summary>
internal static class ConsumedRecord
{
    internal static CachedRecord From(ConsumeResult<byte[]?, byte[]?> result)
    {
        var headers = HeadersOf(result.Message.Headers);
        var size = (result.Message.Key?.Length ?? 0) + (result.Message.Value?.Length ?? 0);
        foreach (var header in headers)
            size += header.Name.Length + (header.Value?.Length ?? 0);
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
        return new CachedRecord(record, size);
    }

    private static KafkaHeader[] HeadersOf(Headers? headers)
        => headers is null || headers.Count == 0 ? [] : [.. headers.Select(header => new KafkaHeader(header.Key, header.GetValueBytes()))];
}
