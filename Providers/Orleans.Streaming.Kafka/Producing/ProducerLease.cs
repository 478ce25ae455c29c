using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>The use of a producer that isn't closed before the lease is given back. To wait for a delivery needs none.</summary>
public sealed class ProducerLease : IDisposable
{
    private SharedProducer? _of;

    internal ProducerLease(SharedProducer of)
    {
        _of = of;
        Of = of;
    }

    /// <summary>The producer; not to be kept or disposed.</summary>
    public IProducer<byte[]?, byte[]?> Client => (_of ?? throw new ObjectDisposedException(nameof(ProducerLease))).Client;

    internal SharedProducer Of { get; }

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _of, null)?.Release();
}
