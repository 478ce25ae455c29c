using System.Collections.Immutable;
using Confluent.Kafka;
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
    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly RecordSizes _sizes = new();
    private readonly ProducerConfig _settings;
    private readonly ILogger<KafkaEventLog> _logger;
    private IProducer<byte[], byte[]> _producer;
    private bool _isDisposed;

    /// <summary>Connects lazily; unreachable brokers show at the first append.</summary>
    public KafkaEventLog(KafkaOptions options, ILogger<KafkaEventLog> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _logger = logger;
        _settings = new(options.ToLibrdkafka())
        {
            EnableIdempotence = true,
            Acks = Acks.All,
            Partitioner = Partitioner.Murmur2Random,
            CompressionType = CompressionType.Lz4,
            LingerMs = 2,
            MessageTimeoutMs = 10_000,
            EnableDeliveryReports = true,
        };
        _producer = Build();
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

    /// <summary>Appends events that are records already; those of one key keep their order. Otherwise like the appends of <see cref="IEventLog"/>.</summary>
    internal Task AppendAsync(ImmutableArray<EncodedEvent> records, CancellationToken cancellationToken) =>
        AppendAsync(records, record => record, cancellationToken);

    /// <summary>The mean size of the records written to a topic, in bytes, headers included, uncompressed.</summary>
    public long MeanRecordBytes(string topic) => _sizes.Mean(topic);

    /// <summary>Waits for what is on its way, at most ten seconds, and closes the connections. A container that knows it by two types calls it twice.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isDisposed)
                return;
            _isDisposed = true;
            _producer.Flush(FlushTimeout);
            _producer.Dispose();
        }
    }

    private async Task AppendAsync<T>(ImmutableArray<T> events, Func<T, EncodedEvent> encode, CancellationToken cancellationToken)
    {
        if (events.IsEmpty)
            return;

        using var span = AppendSpan.Start(events.Length);
        var producer = Volatile.Read(ref _producer);
        var delivery = new PendingDelivery(events.Length);
        try
        {
            foreach (var item in events)
                await EnqueueAsync(producer, encode(item), delivery, cancellationToken);
            await delivery.Task.WaitAsync(cancellationToken);
        }
        catch (KafkaException exception) when (exception.Error.IsFatal || exception.Error.Code == ErrorCode.Local_Fatal)
        {
            Replace(producer);
            throw;
        }
    }

    /// <summary>librdkafka's queue is bounded: when it is full, something has to be acknowledged first.</summary>
    private async Task EnqueueAsync(
        IProducer<byte[], byte[]> producer, EncodedEvent item, PendingDelivery delivery, CancellationToken cancellationToken)
    {
        var message = ToMessage(item);
        _sizes.Add(item.Topic, item.Key.Length + item.Value.Length + item.Headers.Sum(header => header.Name.Length + header.Value.Length));
        while (!TryEnqueue(producer, item.Topic, message, delivery))
            await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken);
    }

    private static bool TryEnqueue(
        IProducer<byte[], byte[]> producer, string topic, Message<byte[], byte[]> message, PendingDelivery delivery)
    {
        try
        {
            producer.Produce(topic, message, delivery.Report);
            return true;
        }
        catch (ProduceException<byte[], byte[]> error) when (error.Error.Code == ErrorCode.Local_QueueFull)
        {
            return false;
        }
    }

    private IProducer<byte[], byte[]> Build() => new ProducerBuilder<byte[], byte[]>(_settings)
        .SetErrorHandler((_, error) => _logger.LogProducerError(error.Code, error.Reason, error.IsFatal))
        .Build();

    /// <summary>A producer can't go on after a fatal error; the next append gets another.</summary>
    private void Replace(IProducer<byte[], byte[]> broken)
    {
        lock (_lock)
        {
            if (_isDisposed || _producer != broken)
                return;
            _producer = Build();
        }

        broken.Dispose();
    }

    private static Message<byte[], byte[]> ToMessage(EncodedEvent item)
    {
        var headers = new Headers();
        foreach (var (name, value) in item.Headers)
            headers.Add(name, value);
        AppendSpan.Inject(headers);
        return new() { Key = item.Key, Value = item.Value, Headers = headers };
    }
}
