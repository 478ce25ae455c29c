using System.Text.Json;

namespace Orleans.Streaming.Kafka.Benchmarks;

/// <summary>Scores in JSON, which both the provider and the bare loop read.</summary>
public sealed class ScoreSerializer : IKafkaRecordSerializer
{
    /// <inheritdoc/>
    public object Deserialize(KafkaRecord record) => Read(record.Value);

    /// <inheritdoc/>
    public KafkaRecordToWrite Serialize(StreamId streamId, object item, IReadOnlyDictionary<string, object>? requestContext)
        => new() { Value = JsonSerializer.SerializeToUtf8Bytes((Score)item, ScoreJson.Default.Score) };

    internal static Score Read(byte[]? value) => JsonSerializer.Deserialize(value, ScoreJson.Default.Score)!;
}
