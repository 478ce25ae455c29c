using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>Finds the offset that an operator means.</summary>
internal static class RewindTarget
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);

    /// <exception cref="InvalidOperationException">The partition doesn't hold the place.</exception>
    internal static long Find(IConsumer<byte[]?, byte[]?> client, AssignedPartition partition, KafkaPosition position)
    {
        var at = new TopicPartition(partition.Topic, partition.Partition);
        var bounds = client.QueryWatermarkOffsets(at, RequestTimeout);
        return position.Kind switch
        {
            KafkaPositionKind.Earliest => bounds.Low.Value,
            KafkaPositionKind.End => bounds.High.Value,
            KafkaPositionKind.Time => AtTime(client, new TopicPartitionTimestamp(at, new Timestamp(position.Value, TimestampType.NotAvailable)), bounds),
            _ when position.Value >= bounds.Low.Value && position.Value <= bounds.High.Value => position.Value,
            _ => throw new InvalidOperationException(
                $"{partition.Topic} [{partition.Partition}] holds offsets {bounds.Low.Value} to {bounds.High.Value}; it can't be set to {position}. Nothing was changed on this silo."),
        };
    }

    private static long AtTime(IConsumer<byte[]?, byte[]?> client, TopicPartitionTimestamp time, WatermarkOffsets bounds)
    {
        var found = client.OffsetsForTimes([time], RequestTimeout)[0].Offset;
        return found.IsSpecial ? bounds.High.Value : found.Value;
    }
}
