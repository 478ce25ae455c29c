using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Orleans.Streaming.Kafka;

/// <summary>The provider's one producer: idempotent, made at its first use and made anew after an error that it can't go on from.</summary>
internal sealed class KafkaProducer(KafkaStreamOptions options, ILogger logger) : IDisposable
{
    private readonly RenewableProducer _producer = new(
        ClientSettings.Producer(options), builder => builder.SetLogHandler((_, message) => ClientLog.Write(logger, options, message)));

    /// <summary>Returns once all in-sync replicas have the record; throws if they have not.</summary>
    internal async Task ProduceAsync(string topic, byte[]? key, byte[]? value, IReadOnlyList<KafkaHeader> headers, CancellationToken cancellationToken)
    {
        using var lease = _producer.Lease();
        try
        {
            await lease.Client.ProduceAsync(topic, MessageOf(key, value, headers), cancellationToken);
        }
        catch (KafkaException exception) when (exception.Error.IsFatal)
        {
            _producer.Renew(lease);
            throw;
        }
    }

    internal static Message<byte[]?, byte[]?> MessageOf(byte[]? key, byte[]? value, IReadOnlyList<KafkaHeader> headers)
    {
        var message = new Message<byte[]?, byte[]?> { Key = key, Value = value, Headers = [] };
        foreach (var header in headers)
            message.Headers.Add(header.Name, header.Value);
        return message;
    }

    public void Dispose() => _producer.Dispose();
}
