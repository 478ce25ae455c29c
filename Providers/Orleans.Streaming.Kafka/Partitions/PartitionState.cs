namespace Orleans.Streaming.Kafka;

/// <summary>Where a partition stands in its life on this silo.</summary>
internal enum PartitionState
{
    /// <summary>Its records are delivered.</summary>
    Open,

    /// <summary>It is being given up: nothing more goes out, what is under way may end.</summary>
    Quiescing,

    /// <summary>It is given up or lost. What still ends changes nothing any more.</summary>
    Closed,
}
