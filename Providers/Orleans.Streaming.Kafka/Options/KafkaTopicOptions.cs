namespace Orleans.Streaming.Kafka;

/// <summary>One Kafka topic and the stream namespace that it is.</summary>
public sealed class KafkaTopicOptions
{
    /// <summary>The topic's name. Required.</summary>
    public string Name { get; set; } = "";

    /// <summary>The stream namespace of the topic's records. Default: the topic's name.</summary>
    public string? Namespace { get; set; }

    /// <summary>
    /// The header that holds a record's stream key as UTF-8. Null, the default, takes the record's key. A header spreads one stream
    /// over many partitions, which have no order among them, so it needs <see cref="KafkaStreamOptions.Rewindable"/> to be false.
    /// </summary>
    public string? StreamKeyHeader { get; set; }

    internal string StreamNamespace => string.IsNullOrEmpty(Namespace) ? Name : Namespace;
}
