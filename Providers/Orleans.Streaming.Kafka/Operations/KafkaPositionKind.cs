namespace Orleans.Streaming.Kafka;

/// <summary>How a <see cref="KafkaPosition"/> names its place.</summary>
internal enum KafkaPositionKind
{
    /// <summary>The oldest retained record.</summary>
    Earliest,

    /// <summary>Behind the newest record.</summary>
    End,

    /// <summary>An offset.</summary>
    Offset,

    /// <summary>A time.</summary>
    Time,
}
