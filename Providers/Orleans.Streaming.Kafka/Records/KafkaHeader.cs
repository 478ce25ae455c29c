namespace Orleans.Streaming.Kafka;

/// <summary>A header of a Kafka record. Names may occur more than once in a record.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="Value">Its bytes; null is legal in Kafka.</param>
public readonly record struct KafkaHeader(string Name, byte[]? Value);
