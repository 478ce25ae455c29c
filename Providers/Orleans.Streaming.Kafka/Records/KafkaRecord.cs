using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Orleans.Streaming.Kafka;

/// <summary>A record as Kafka holds it. The byte arrays must not be changed: they are what a dead letter would be written from.</summary>
public sealed class KafkaRecord
{
    /// <summary>The topic.</summary>
    public required string Topic { get; init; }

    /// <summary>The partition.</summary>
    public required int Partition { get; init; }

    /// <summary>The offset in the partition.</summary>
    public required long Offset { get; init; }

    /// <summary>When it was written, or appended, as the topic is set; the epoch if the record has no time.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The key; null if the record has none.</summary>
    public required byte[]? Key { get; init; }

    /// <summary>The value; null in a tombstone.</summary>
    public required byte[]? Value { get; init; }

    /// <summary>The headers, in their order.</summary>
    public required IReadOnlyList<KafkaHeader> Headers { get; init; }

    /// <summary>Looks for the last header of a name, which is the one that counts where a name occurs more than once.</summary>
    public bool TryGetHeader(string name, [NotNullWhen(true)] out byte[]? value)
    {
        for (var i = Headers.Count - 1; i >= 0; i--)
        {
            if (!string.Equals(Headers[i].Name, name, StringComparison.Ordinal))
                continue;
            value = Headers[i].Value;
            return value is not null;
        }

        value = null;
        return false;
    }

    /// <summary>The last header of a name as UTF-8 text, or null if there is none.</summary>
    public string? GetHeaderText(string name) => TryGetHeader(name, out var value) ? Encoding.UTF8.GetString(value) : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Topic} [{Partition}] @{Offset}";
}
