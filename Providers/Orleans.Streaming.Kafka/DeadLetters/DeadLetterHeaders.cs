using System.Globalization;
using System.Text;

namespace Orleans.Streaming.Kafka;

/// <summary>The headers of a dead letter: where the record was, why and when it was refused, and then its own.</summary>
internal static class DeadLetterHeaders
{
    internal const string Topic = "dlq-topic";
    internal const string Partition = "dlq-partition";
    internal const string Offset = "dlq-offset";
    internal const string Reason = "dlq-reason";
    internal const string Exception = "dlq-exception";
    internal const string Time = "dlq-time";

    /// <summary>Set if the record was larger than the dead-letter topic allows: its value stayed where it was, and this is its size in bytes.</summary>
    internal const string OmittedBytes = "dlq-omitted-bytes";

    internal const string Prefix = "dlq-";

    // What is added must not make a record too large that its own topic could hold.
    private const int MaxReason = 1024;
    private const int MaxException = 4096;

    internal static IReadOnlyList<KafkaHeader> Of(KafkaRecord record, Refusal refusal)
    {
        List<KafkaHeader> headers =
        [
            new(Topic, Utf8(record.Topic)),
            new(Partition, Utf8(record.Partition.ToString(CultureInfo.InvariantCulture))),
            new(Offset, Utf8(record.Offset.ToString(CultureInfo.InvariantCulture))),
            new(Reason, Utf8(Cap(refusal.Reason, MaxReason))),
            new(Time, Utf8(refusal.Time.ToString("O", CultureInfo.InvariantCulture))),
        ];
        if (refusal.Exception is { } exception)
            headers.Add(new(Exception, Utf8(Cap(exception.ToString(), MaxException))));
        // A record that comes back from here and is refused again tells of the last time.
        headers.AddRange(record.Headers.Where(header => !header.Name.StartsWith(Prefix, StringComparison.Ordinal)));
        return headers;
    }

    internal static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Cap(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
