using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// A record from its arrival until it is finished. It is also what the pulling agent is told of it: the agent reads the stream and the
/// token only; what consumers get is a <see cref="KafkaBatchContainer"/>.
/// </summary>
internal sealed class CachedRecord(KafkaRecord record, int size) : IBatchContainer
{
    // The objects around a record: its own and the item's, arrays, keys, the token, the places in queues.
    private const int Objects = 700;

    // A record's bytes are kept for the dead-letter topic beside the item that was made of them, whose text takes two bytes a character.
    private const int Copies = 3;

    private KafkaSequenceToken? _announcement;

    internal KafkaRecord Record { get; } = record;

    /// <summary>Bytes of key, value and headers.</summary>
    internal int Size { get; } = size;

    /// <summary>What it takes in memory together with its item: an estimate, on the safe side for items like JSON's.</summary>
    internal int Bytes => Objects + Copies * Size;

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
