using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Orleans.Streaming.Kafka;

/// <summary>The provider's one producer: idempotent, made at its first use and made anew after an error that it can't go on from.</summary>
internal sealed class KafkaProducer(KafkaStreamOptions options, ILogger logger) : IDisposable
{
    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private IProducer<byte[]?, byte[]?>? _client;
    private bool _disposed;

    internal Handle Handle => Client().Handle;

    /// <summary>Returns once all in-sync replicas have the record; throws if they have not.</summary>
    internal Task ProduceAsync(string topic, byte[]? key, byte[]? value, IReadOnlyList<KafkaHeader> headers, CancellationToken cancellationToken)
        => ProduceAsync(new TopicPartition(topic, Partition.Any), key, value, headers, cancellationToken);

    /// <inheritdoc cref="ProduceAsync(string, byte[], byte[], IReadOnlyList{KafkaHeader}, CancellationToken)"/>
    internal async Task ProduceAsync(TopicPartition target, byte[]? key, byte[]? value, IReadOnlyList<KafkaHeader> headers, CancellationToken cancellationToken)
    {
        var client = Client();
        var message = new Message<byte[]?, byte[]?> { Key = key, Value = value, Headers = [] };
        foreach (var header in headers)
            message.Headers.Add(header.Name, header.Value);
        try
        {
            await client.ProduceAsync(target, message, cancellationToken);
        }
        catch (KafkaException exception) when (exception.Error.IsFatal)
        {
            Drop(client);
            throw;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _client?.Flush(FlushTimeout);
            _client?.Dispose();
            _client = null;
        }
    }

    private IProducer<byte[]?, byte[]?> Client()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _client ??= new ProducerBuilder<byte[]?, byte[]?>(ClientSettings.Producer(options))
                .SetLogHandler((_, message) => ClientLog.Write(logger, message))
                .Build();
        }
    }

    private void Drop(IProducer<byte[]?, byte[]?> client)
    {
        lock (_lock)
        {
            if (_client == client)
                _client = null;
        }

        client.Dispose();
    }
}
