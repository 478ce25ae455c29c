using Orleans.Streaming.Kafka;
using Orleans.Streams;
using ShellCorp.Grains.Counters.Attention;

namespace ShellCorp.Silo.Kafka;

/// <summary>Places in Kafka: topic, partition and offset.</summary>
internal sealed class KafkaEventPositions : IEventPositions
{
    public (string Partition, long Offset)? Find(StreamSequenceToken? token) =>
        token is KafkaSequenceToken at ? (string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{at.Topic}/{at.Partition}"), at.SequenceNumber) : null;
}
