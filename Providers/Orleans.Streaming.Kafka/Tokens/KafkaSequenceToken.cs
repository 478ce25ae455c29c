using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// Where a record stands: topic, partition, offset. Offsets of different partitions say nothing about each other, so tokens of
/// different partitions are never equal; their order is by topic and partition first, and only good for sorting.
/// </summary>
[GenerateSerializer]
[Alias("orleans.streaming.kafka.token.v1")]
public sealed class KafkaSequenceToken : StreamSequenceToken
{
    /// <summary>The index of the token that stands just before a record, which the provider announces records by.</summary>
    internal const int BeforeRecord = -1;

    /// <summary>Names a place in a partition.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="offset">The record's offset.</param>
    /// <param name="index">The event's index in the record; 0 unless a record carries several.</param>
    public KafkaSequenceToken(string topic, int partition, long offset, int index = 0)
        : this(topic, partition, offset, index, offset, epoch: 0)
    {
    }

    internal KafkaSequenceToken(string topic, int partition, long offset, int index, long batchStart, long epoch)
    {
        ArgumentNullException.ThrowIfNull(topic);
        Topic = topic;
        Partition = partition;
        SequenceNumber = offset;
        EventIndex = index;
        BatchStart = batchStart;
        Epoch = epoch;
    }

    /// <summary>The topic.</summary>
    [Id(0)]
    public string Topic { get; private set; }

    /// <summary>The partition.</summary>
    [Id(1)]
    public int Partition { get; private set; }

    /// <summary>The offset.</summary>
    public long Offset => SequenceNumber;

    /// <summary>The offset, by the name that Orleans has for it.</summary>
    [Id(2)]
    public override long SequenceNumber { get; protected set; }

    /// <summary>The event's index in its record.</summary>
    [Id(3)]
    public override int EventIndex { get; protected set; }

    /// <summary>The offset that the batch begins with whose last record this is. No part of the token's identity.</summary>
    [Id(4)]
    internal long BatchStart { get; private set; }

    /// <summary>Which reading of the partition it is of: a rewind begins a new one. See <see cref="ReadingEpochs"/>.</summary>
    [Id(5)]
    internal long Epoch { get; private set; }

    /// <inheritdoc/>
    public override bool Equals(StreamSequenceToken? other)
        => other is KafkaSequenceToken token && IsOf(token.Topic, token.Partition, token.Epoch) && SequenceNumber == token.SequenceNumber && EventIndex == token.EventIndex;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StreamSequenceToken);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Topic, Partition, SequenceNumber, EventIndex);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The other token is of another provider.</exception>
    public override int CompareTo(StreamSequenceToken? other)
    {
        if (other is null)
            return 1;
        if (other is not KafkaSequenceToken token)
            throw new ArgumentException($"A Kafka token can't be compared with a {other.GetType()}.", nameof(other));
        var order = string.CompareOrdinal(Topic, token.Topic);
        order = order != 0 ? order : Partition.CompareTo(token.Partition);
        order = order != 0 ? order : Epoch.CompareTo(token.Epoch);
        order = order != 0 ? order : SequenceNumber.CompareTo(token.SequenceNumber);
        return order != 0 ? order : EventIndex.CompareTo(token.EventIndex);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Topic} [{Partition}] @{SequenceNumber}" + (EventIndex > 0 ? $".{EventIndex}" : "");

    internal bool IsOf(string topic, int partition, long epoch) => Partition == partition && Epoch == epoch && string.Equals(Topic, topic, StringComparison.Ordinal);
}
