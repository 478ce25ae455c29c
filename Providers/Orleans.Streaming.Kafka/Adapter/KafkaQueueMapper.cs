using System.Collections.Concurrent;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>One queue a partition. The queues are those that have been seen: partitions may be added to a topic at any time.</summary>
internal sealed class KafkaQueueMapper(string provider, KafkaStreamOptions options) : IStreamQueueMapper
{
    private readonly ConcurrentDictionary<(string Topic, int Partition), QueueId> _queues = new();

    /// <inheritdoc/>
    public IEnumerable<QueueId> GetAllQueues() => _queues.Values;

    /// <summary>A queue of the stream's topic. The partition of a record is the producer's choice, so this is only a stable guess.</summary>
    /// <inheritdoc/>
    public QueueId GetQueueForStream(StreamId streamId)
    {
        var space = streamId.GetNamespace();
        var topic = options.Topics.FirstOrDefault(candidate => candidate.StreamNamespace == space)
            ?? throw new ArgumentException($"Provider '{provider}' has no topic for stream namespace '{space}'.", nameof(streamId));
        var count = Math.Max(1, _queues.Keys.Count(key => key.Topic == topic.Name));
        return QueueOf(topic.Name, Murmur2.PartitionOf(streamId.Key.Span, count));
    }

    internal QueueId QueueOf(string topic, int partition)
        => _queues.GetOrAdd((topic, partition), key => QueueId.GetQueueId(key.Topic, (uint)key.Partition, HashOf(key.Topic, key.Partition)));

    // Orleans prints queues in lower case into the names of their agents; topics that differ in case only are told apart by the hash.
    private static uint HashOf(string topic, int partition) => StableHash.ComputeHash($"{topic}/{partition}");
}
