using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>A client with those who use it and its owner counted: the last to leave disposes it.</summary>
internal sealed class SharedProducer(IProducer<byte[]?, byte[]?> client)
{
    private int _holders = 1;

    internal IProducer<byte[]?, byte[]?> Client => client;

    /// <summary>Only while the owner holds it.</summary>
    internal ProducerLease Lease()
    {
        Interlocked.Increment(ref _holders);
        return new ProducerLease(this);
    }

    internal void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
            client.Dispose();
    }
}
