namespace Orleans.Streaming.Kafka;

/// <summary>Asks a silo to set its partitions of a topic to another place.</summary>
[GenerateSerializer]
[Immutable]
[Alias("orleans.streaming.kafka.rewind.v1")]
internal sealed record RewindRequest([property: Id(0)] string Topic, [property: Id(1)] int? Partition, [property: Id(2)] KafkaPosition Position);
