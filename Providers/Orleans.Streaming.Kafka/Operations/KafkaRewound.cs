namespace Orleans.Streaming.Kafka;

/// <summary>A partition that was set to another place.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition.</param>
/// <param name="From">Where it stood.</param>
/// <param name="To">Where it stands now: the group's committed offset.</param>
[GenerateSerializer]
[Immutable]
[Alias("orleans.streaming.kafka.rewound.v1")]
public sealed record KafkaRewound([property: Id(0)] string Topic, [property: Id(1)] int Partition, [property: Id(2)] long From, [property: Id(3)] long To);
