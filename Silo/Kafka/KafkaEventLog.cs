using System.Collections.Immutable;
using Confluent.Kafka;
using Orleans.Streaming.Kafka;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Grains.Log;
using ErrorCode = Confluent.Kafka.ErrorCode;

namespace ShellCorp.Silo.Kafka;

/// <summary>
/// The log in Kafka. One idempotent producer a silo (<c>acks=all</c>), so that its own retries neither repeat nor reorder a key's records.
/// Partitions are those of Java's default partitioner, so that other producers can put a key's records beside ours.
/// </summary>
public sealed class KafkaEventLog : IEventLog, IDisposable
{
    private readonly RecordSizes _sizes = new();
    private readonly RenewableProducer _producer;

    /// <summary>Connects lazily; unreachable brokers show at the first append.</summary>
    public KafkaEventLog(KafkaOptions options, ILogger<KafkaEventLog> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = new ProducerConfig(options.ToLibrdkafka())
        {
            EnableIdempotence = true,
            Acks = Acks.All,
            Partitioner = Partitioner.Murmur2Random,
            CompressionType = CompressionType.Lz4,
            LingerMs = 2,
            MessageTimeoutMs = 10_000,
            EnableDeliveryReports = true,
        };
        _producer = new(settings, builder => builder.SetErrorHandler((_, error) => logger.LogProducerError(error.Code, error.Reason, error.IsFatal)));
    }

    /// <inheritdoc/>
    public Task AppendAsync(ImmutableArray<PlayerUpdate> updates, CancellationToken cancellationToken) =>
        AppendAsync(updates, CloudEventCodec.Encode, cancellationToken);

    /// <inheritdoc/>
    public Task AppendAsync(ImmutableArray<MatchUpdate> updates, CancellationToken cancellationToken) =>
        AppendAsync(updates, CloudEventCodec.Encode, cancellationToken);

    /// <inheritdoc/>
    public Task AppendAsync(ImmutableArray<LiveRatingUpdate> updates, CancellationToken cancellationToken) =>
        AppendAsync(updates, CloudEventCodec.Encode, cancellationToken);

    /// <inheritdoc/>
    public Task AppendAsync(ImmutableArray<PlayerAttention> events, CancellationToken cancellationToken) =>
        AppendAsync(events, CloudEventCodec.Encode, cancellationToken);

    /// <summary>Appends events that are records already; those of one key keep their order. Otherwise like the appends of <see cref="IEventLog"/>.</summary>
    internal Task AppendAsync(ImmutableArray<EncodedEvent> records, CancellationToken cancellationToken) =>
        AppendAsync(records, record => record, cancellationToken);

    /// <summary>The mean size of the records written to a topic, in bytes, headers included, uncompressed.</summary>
    public long MeanRecordBytes(string topic) => _sizes.Mean(topic);

    /// <summary>Waits for what is on its way, at most ten seconds, and closes the connections. A container that knows it by two types calls it twice.</summary>
    public void Dispose() => _producer.Dispose();

    private async Task AppendAsync<T>(ImmutableArray<T> events, Func<T, EncodedEvent> encode, CancellationToken cancellationToken)
    {
        if (events.IsEmpty)
            return;

        using var span = AppendSpan.Start(events.Length);
        using var lease = _producer.Lease();
        var delivery = new PendingDelivery(events.Length);
        try
        {
            foreach (var item in events)
                await EnqueueAsync(lease.Client, encode(item), delivery, cancellationToken);
            await delivery.Task.WaitAsync(cancellationToken);
        }
        catch (KafkaException exception) when (exception.Error.IsFatal || exception.Error.Code == ErrorCode.Local_Fatal)
        {
            _producer.Renew(lease);
            throw;
        }
    }

    /// <summary>librdkafka's queue is bounded: when it is full, something has to be acknowledged first.</summary>
    private async Task EnqueueAsync(
        IProducer<byte[]?, byte[]?> producer, EncodedEvent item, PendingDelivery delivery, CancellationToken cancellationToken)
    {
        var message = ToMessage(item);
        _sizes.Add(item.Topic, item.Key.Length + item.Value.Length + item.Headers.Sum(header => header.Name.Length + header.Value.Length));
        while (!TryEnqueue(producer, item.Topic, message, delivery))
            await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken);
    }

    private static bool TryEnqueue(
        IProducer<byte[]?, byte[]?> producer, string topic, Message<byte[]?, byte[]?> message, PendingDelivery delivery)
    {
        try
        {
            producer.Produce(topic, message, delivery.Report);
            return true;
        }
        catch (ProduceException<byte[]?, byte[]?> error) when (error.Error.Code == ErrorCode.Local_QueueFull)
        {
            return false;
        }
    }

    private static Message<byte[]?, byte[]?> ToMessage(EncodedEvent item)
    {
        var headers = new Headers();
        foreach (var (name, value) in item.Headers)
            headers.Add(name, value);
        AppendSpan.Inject(headers);
        return new() { Key = item.Key, Value = item.Value, Headers = headers };
    }
}
