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

    internal KafkaSequenceToken(string topic, int partition, long offset, int index, long batchStart, long epoch, bool isCatchUp = false)
    {
        ArgumentNullException.ThrowIfNull(topic);
        Topic = topic;
        Partition = partition;
        SequenceNumber = offset;
        EventIndex = index;
        BatchStart = batchStart;
        Epoch = epoch;
        IsCatchUp = isCatchUp;
    }

    /// <summary>
    /// A token to subscribe or resume with that goes back: the subscription gets the stream's records from the offset on, read from the
    /// topic as far as they are no longer in memory, and goes on with the new ones without a gap or a repetition. The tokens of what it
    /// gets on the way say so, and resume the catching-up where they stand.
    /// </summary>
    /// <remarks>
    /// It begins when the provider next asks or serves the consumer: at its activation, or with the next record of the stream. What arrives
    /// meanwhile is kept unfinished, in memory and on the partition's watermark, until the consumer has come up to it. An offset that Kafka
    /// no longer has stalls the subscription with an error; it doesn't jump.
    /// </remarks>
    /// <param name="topic">The topic.</param>
    /// <param name="partition">The partition that holds the stream.</param>
    /// <param name="offset">The offset of the first record wanted; records of other streams are passed over.</param>
    public static KafkaSequenceToken RewindTo(string topic, int partition, long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        return new KafkaSequenceToken(topic, partition, offset, BeforeRecord, offset, epoch: 0, isCatchUp: true);
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

    /// <summary>Whether what lies behind it may have to be read from the topic again: a consumer that goes back is at this place.</summary>
    [Id(6)]
    public bool IsCatchUp { get; private set; }

    /// <summary>The first offset that a consumer at this token has not got.</summary>
    internal long Next => EventIndex == BeforeRecord ? Offset : Offset + 1;

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
