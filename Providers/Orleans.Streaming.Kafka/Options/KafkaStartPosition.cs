namespace Orleans.Streaming.Kafka;

/// <summary>Where a consumer group begins in a partition that it has never committed an offset of.</summary>
public enum KafkaStartPosition
{
    /// <summary>The oldest record that the broker retains.</summary>
    Earliest,

    /// <summary>The first record written after the partition was assigned. What was written before is passed over on purpose.</summary>
    Latest,
}
