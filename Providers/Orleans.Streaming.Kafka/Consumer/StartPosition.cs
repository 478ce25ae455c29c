using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>Where a partition begins on this silo.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Offset">The first offset to read.</param>
/// <param name="Committed">The group's offset, or -1 if it has none.</param>
/// <param name="End">The offset after the partition's last record.</param>
/// <param name="Halted">Why nothing may be read, or null.</param>
internal sealed record StartPosition(TopicPartition Partition, long Offset, long Committed, long End, string? Halted);
