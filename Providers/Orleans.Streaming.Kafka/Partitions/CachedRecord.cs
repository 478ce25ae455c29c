using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// A record from its arrival until it is finished. It is also what the pulling agent is told of it: the agent reads the stream and the
/// token only; what consumers get is a <see cref="KafkaBatchContainer"/>.
/// </summary>
internal sealed class CachedRecord(KafkaRecord record, int bytes) : IBatchContainer
{
    private KafkaSequenceToken? _announcement;

    internal KafkaRecord Record { get; } = record;

    internal int Bytes { get; } = bytes;

    internal long Offset => Record.Offset;

    /// <summary>The stream; set together with the item, once the record has been read.</summary>
    public StreamId StreamId { get; internal set; }

    internal object? Item { get; set; }

    internal long Epoch { get; set; }

    /// <summary>The request context and trace that it carries.</summary>
    internal Dictionary<string, object>? Context { get; set; }

    /// <summary>Every consumer is done with it, or none wants it.</summary>
    internal bool Settled { get; set; }

    internal DeadLetterState DeadLetter { get; set; }

    internal bool Finished => Settled && DeadLetter != DeadLetterState.Pending;

    /// <summary>Just before the record: a cursor made with it begins at the record.</summary>
    public StreamSequenceToken SequenceToken
        => _announcement ??= new KafkaSequenceToken(Record.Topic, Record.Partition, Offset, KafkaSequenceToken.BeforeRecord, Offset, Epoch);

    public IEnumerable<Tuple<T, StreamSequenceToken>> GetEvents<T>()
    {
        if (Item is T item)
            yield return Tuple.Create<T, StreamSequenceToken>(item, new KafkaSequenceToken(Record.Topic, Record.Partition, Offset));
    }

    public bool ImportRequestContext() => false;
}
