namespace Orleans.Streaming.Kafka;

/// <summary>What a serializer makes of an item that is sent through a stream. The provider adds the key.</summary>
public sealed class KafkaRecordToWrite
{
    /// <summary>The value; null writes a tombstone.</summary>
    public required byte[]? Value { get; init; }

    /// <summary>The headers.</summary>
    public IReadOnlyList<KafkaHeader> Headers { get; init; } = [];

    /// <summary>
    /// The record's key. Null, the default, takes the stream's key; with <see cref="KafkaTopicOptions.StreamKeyHeader"/> the stream's key
    /// goes into that header, and the record's key is only what is set here.
    /// </summary>
    public byte[]? Key { get; init; }
}
