using System.Text;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>Plain text; what begins with "unreadable" can't be read.</summary>
internal sealed class TextSerializer : IKafkaRecordSerializer
{
    internal const string Unreadable = "unreadable";

    public object Deserialize(KafkaRecord record)
    {
        var text = Encoding.UTF8.GetString(record.Value ?? []);
        return text.StartsWith(Unreadable, StringComparison.Ordinal)
            ? throw new FormatException($"'{text}' can't be read")
            : new TestRecord(record.Key is null ? "" : Encoding.UTF8.GetString(record.Key), text, record.Partition, record.Offset);
    }

    public KafkaRecordToWrite Serialize(StreamId streamId, object item, IReadOnlyDictionary<string, object>? requestContext)
        => new() { Value = Encoding.UTF8.GetBytes(((TestRecord)item).Text) };
}
