using Confluent.Kafka;
using Orleans.Streaming.Kafka;
using ShellCorp.Silo.Kafka;

namespace ShellCorp.Silo.Projection;

/// <content>Looking at how far behind it is, and at whether the topics are still the same.</content>
internal sealed partial class Projector
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TopicsInterval = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, string> _topicIds = new(StringComparer.Ordinal);
    private long _lastLook;
    private long _lastTopics;

    private void Look(IConsumer<byte[]?, byte[]?> client)
    {
        if (_time.GetElapsedTime(_lastLook) < LookInterval)
            return;
        _lastLook = _time.GetTimestamp();
        foreach (var partition in _partitions.Values)
            partition.End = Math.Max(partition.End, KnownEnd(client, partition));
        LookAtTopics(client);
        _status.Tell(_partitions.Values);
    }

    private static long KnownEnd(IConsumer<byte[]?, byte[]?> client, ProjectedPartition partition) =>
        client.GetWatermarkOffsets(partition.Key).High is { IsSpecial: false } high ? high.Value : 0;

    /// <summary>Where a topic has another id than before, its partitions are placed anew, which tells whether they can be.</summary>
    private void LookAtTopics(IConsumer<byte[]?, byte[]?> client)
    {
        if (_time.GetElapsedTime(_lastTopics) < TopicsInterval)
            return;
        _lastTopics = _time.GetTimestamp();
        try
        {
            foreach (var (topic, id) in Waiting.For(() => KafkaTopicIds.FindAsync(client.Handle, ConsumedTopics.Projected)))
            {
                if (_topicIds.TryGetValue(topic, out var known) && known != id)
                    Unplace();
                _topicIds[topic] = id;
            }
        }
        catch (KafkaException exception)
        {
            _logger.LogProjectorClient(exception.Error.Code, exception.Error.Reason);
        }
    }
}
