using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>Asks the broker about topics.</summary>
internal static class TopicMetadata
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Asks over a client of its own: a consumer that joins no group, since a producer's question can bring a topic about.</summary>
    /// <exception cref="InvalidOperationException">There is no such topic.</exception>
    internal static int CountPartitions(KafkaStreamOptions options, string topic)
    {
        using var client = new ConsumerBuilder<byte[]?, byte[]?>(ClientSettings.Consumer(options)).Build();
        return CountPartitions(client.Handle, topic);
    }

    /// <summary>Asks over a client that is there, and that nobody closes meanwhile.</summary>
    /// <exception cref="InvalidOperationException">There is no such topic.</exception>
    internal static int CountPartitions(Handle handle, string topic)
    {
        using var admin = new DependentAdminClientBuilder(handle).Build();
        var metadata = admin.GetMetadata(topic, RequestTimeout).Topics[0];
        return metadata.Error.IsError
            ? throw new InvalidOperationException($"Topic '{topic}' can't be looked up: {metadata.Error.Reason}")
            : metadata.Partitions.Count;
    }
}
