using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>Asks the broker about topics, over a client that is there.</summary>
internal static class TopicMetadata
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);

    /// <exception cref="InvalidOperationException">There is no such topic.</exception>
    internal static int CountPartitions(KafkaProducer producer, string topic)
    {
        using var lease = producer.Lease();
        return CountPartitions(lease.Client.Handle, topic);
    }

    internal static int CountPartitions(Handle handle, string topic)
    {
        using var admin = new DependentAdminClientBuilder(handle).Build();
        var metadata = admin.GetMetadata(topic, RequestTimeout).Topics[0];
        return metadata.Error.IsError
            ? throw new InvalidOperationException($"Topic '{topic}' can't be looked up: {metadata.Error.Reason}")
            : metadata.Partitions.Count;
    }
}
