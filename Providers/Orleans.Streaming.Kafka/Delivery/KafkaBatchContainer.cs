using System.Collections.Immutable;
using System.Diagnostics;
using Orleans.Serialization;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>Consecutive records of one stream and partition, on their way to one consumer.</summary>
[GenerateSerializer]
[Immutable]
[Alias("orleans.streaming.kafka.batch.v1")]
internal sealed class KafkaBatchContainer : IBatchContainer
{
    [NonSerialized]
    private readonly DeepCopier? _copier;

    [NonSerialized]
    private readonly Delivery? _delivery;

    [NonSerialized]
    private readonly CachedRecord[]? _records;

    [NonSerialized]
    private Activity? _span;

    [NonSerialized]
    private int _yielded;

    [NonSerialized]
    private bool _ended;

    private KafkaBatchContainer(StreamId streamId, KafkaSequenceToken token, CachedRecord[] records, Delivery delivery, DeepCopier copier)
    {
        StreamId = streamId;
        Token = token;
        Offsets = [.. records.Select(record => record.Offset)];
        Items = [.. records.Select(record => record.Item!)];
        _records = records;
        _delivery = delivery;
        _copier = copier;
    }

    /// <inheritdoc/>
    [Id(0)]
    public StreamId StreamId { get; private set; }

    /// <summary>The last record's: a consumer that has it has all before it.</summary>
    [Id(1)]
    internal KafkaSequenceToken Token { get; private set; }

    [Id(2)]
    internal ImmutableArray<long> Offsets { get; private set; }

    [Id(3)]
    internal ImmutableArray<object> Items { get; private set; }

    /// <inheritdoc/>
    public StreamSequenceToken SequenceToken => Token;

    /// <summary>Null on the consumer's side, if that is another process or silo.</summary>
    internal Delivery? Delivery => _delivery;

    /// <summary>
    /// The item that the observer was at when it failed, or null: an observer of batches reads all items before it does anything.
    /// </summary>
    internal int? FailedItem => _ended || _yielded == 0 ? null : _yielded - 1;

    internal static KafkaBatchContainer From(StreamId streamId, RecordRun run, Delivery delivery, DeepCopier copier, bool isCatchUp)
    {
        var records = new CachedRecord[delivery.Count];
        for (var i = 0; i < records.Length; i++)
            records[i] = run[delivery.First + i];
        var last = records[^1].Record;
        var token = new KafkaSequenceToken(last.Topic, last.Partition, last.Offset, index: 0, records[0].Offset, records[0].Epoch, isCatchUp);
        return new KafkaBatchContainer(streamId, token, records, delivery, copier);
    }

    /// <summary>What the agent's stream filters have looked at on a consumer's own silo doesn't count.</summary>
    internal void BeginConsumption() => (_yielded, _ended) = (0, false);

    /// <inheritdoc/>
    /// <exception cref="RecordRefusedException">A record is of a type that the observer can't take.</exception>
    public IEnumerable<Tuple<T, StreamSequenceToken>> GetEvents<T>()
    {
        for (var i = 0; i < Items.Length; i++)
        {
            // A consumer on this silo gets a copy like any other: what it does with the item is gone when the batch is delivered again.
            var item = _copier is null ? Items[i] : _copier.Copy(Items[i]);
            if (item is not T typed)
            {
                _ended = true;
                throw new RecordRefusedException($"The record is a {item.GetType()}, and the subscriber takes {typeof(T)} only.");
            }

            _yielded = i + 1;
            yield return Tuple.Create<T, StreamSequenceToken>(typed, new KafkaSequenceToken(Token.Topic, Token.Partition, Offsets[i], index: 0, Offsets[i], Token.Epoch, Token.IsCatchUp));
        }

        _ended = true;
    }

    /// <summary>
    /// Sets the first record's request context for the call to the consumer, and begins the span of the delivery, which the agent's call
    /// becomes part of. The delivery's end is that of the span: <see cref="EndSpan"/>.
    /// </summary>
    public bool ImportRequestContext()
    {
        if (_records is null)
            return false;
        _span = RecordContext.StartDelivery(_records);
        RequestContextExtensions.Import(_records[0].Context);
        return true;
    }

    internal void EndSpan(Exception? exception)
    {
        if (exception is not null)
            _span?.SetStatus(ActivityStatusCode.Error, exception.Message);
        _span?.Dispose();
        _span = null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{StreamId} {Token.Topic} [{Token.Partition}] @{Offsets[0]}..{Offsets[^1]}";
}
