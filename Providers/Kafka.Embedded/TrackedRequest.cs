namespace Kafka.Embedded;

/// <summary>A request that a broker has received.</summary>
/// <param name="Broker">The broker's id, from 1.</param>
/// <param name="Api">Its kind; a number without a name when it is none of <see cref="KafkaApi"/>.</param>
/// <param name="Received">When, on librdkafka's monotonic clock: only differences mean something.</param>
public readonly record struct TrackedRequest(int Broker, KafkaApi Api, TimeSpan Received);
