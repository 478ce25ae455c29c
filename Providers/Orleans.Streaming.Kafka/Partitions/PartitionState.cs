namespace Orleans.Streaming.Kafka;

/// <summary>Where a partition stands in its life on this silo.</summary>
internal enum PartitionState
{
    /// <summary>Its records are delivered.</summary>
    Open,

    /// <summary>It is being given up: what was handed out, and what lies before that, is brought to its end; nothing behind it goes out.</summary>
    Quiescing,

    /// <summary>It is given up or lost. What still ends changes nothing any more.</summary>
    Closed,
}
