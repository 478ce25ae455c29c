namespace Orleans.Streaming.Kafka;

/// <summary>Reads the status off a provider's partitions.</summary>
internal sealed class KafkaStreamStatus(KafkaStreamsRuntime runtime) : IKafkaStreamStatus
{
    /// <inheritdoc/>
    public string Provider => runtime.Name;

    /// <inheritdoc/>
    public string GroupId => runtime.Options.GroupId;

    /// <inheritdoc/>
    public long DeadLettered => runtime.Context.Metrics.TotalDeadLettered;

    /// <inheritdoc/>
    public IReadOnlyList<KafkaPartitionStatus> GetPartitions()
        => [.. runtime.Table.All
            .Select(partition => partition.GetStatus(runtime.Consumer.EndOffsetOf(partition)))
            .OrderBy(status => status.Topic, StringComparer.Ordinal)
            .ThenBy(status => status.Partition)];
}
