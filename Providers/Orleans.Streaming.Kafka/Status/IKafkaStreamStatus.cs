namespace Orleans.Streaming.Kafka;

/// <summary>
/// What one provider is doing on this silo. Registered as a keyed singleton under the provider's name. A silo knows the partitions that
/// it has; a picture of the group is put together from all silos.
/// </summary>
public interface IKafkaStreamStatus
{
    /// <summary>The provider's name.</summary>
    string Provider { get; }

    /// <summary>The consumer group.</summary>
    string GroupId { get; }

    /// <summary>Refused records that dead-letter topics have acknowledged to this silo since it started.</summary>
    long DeadLettered { get; }

    /// <summary>The partitions that this silo has now, by topic and number.</summary>
    IReadOnlyList<KafkaPartitionStatus> GetPartitions();
}
