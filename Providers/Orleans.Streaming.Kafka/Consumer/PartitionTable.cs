using System.Collections.Concurrent;
using Confluent.Kafka;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// The partitions that this silo has, and which of them an agent may serve: one whose last agent still serves an earlier assignment of the
/// same partition has to wait for it. Thread-safe.
/// </summary>
internal sealed class PartitionTable
{
    private readonly ConcurrentDictionary<TopicPartition, AssignedPartition> _partitions = new();
    private readonly ConcurrentDictionary<QueueId, AssignedPartition> _served = new();

    internal ICollection<AssignedPartition> All => _partitions.Values;

    internal AssignedPartition? Find(TopicPartition partition) => _partitions.GetValueOrDefault(partition);

    internal IReadOnlyList<AssignedPartition> Find(IEnumerable<TopicPartition> partitions)
        => [.. partitions.Select(Find).OfType<AssignedPartition>()];

    internal void Add(AssignedPartition partition) => _partitions[new TopicPartition(partition.Topic, partition.Partition)] = partition;

    internal void Remove(AssignedPartition partition)
        => _partitions.TryRemove(new(new TopicPartition(partition.Topic, partition.Partition), partition));

    /// <summary>The queues that agents should serve now.</summary>
    internal IReadOnlyList<QueueId> Serviceable() => [.. All.Where(IsServiceable).Select(partition => partition.QueueId)];

    /// <summary>The tasks of agents that must go before all partitions can be served.</summary>
    internal IReadOnlyList<Task> Awaited()
        => [.. All.Where(partition => !IsServiceable(partition)).Select(partition => _served[partition.QueueId].AgentGone)];

    /// <summary>Gives a queue to the agent that starts; null if the queue has been given up meanwhile.</summary>
    internal PartitionReceiver? Attach(QueueId queueId)
    {
        var partition = All.FirstOrDefault(candidate => candidate.QueueId == queueId);
        if (partition is null)
            return null;
        _served[queueId] = partition;
        return partition.Attach();
    }

    /// <summary>The partition that the agent of a queue, named as Orleans names it in the agent's identity, serves or served last.</summary>
    internal AssignedPartition? Served(string queue)
        => _served.Values.FirstOrDefault(partition => string.Equals(partition.QueueId.ToStringWithHashCode(), queue, StringComparison.Ordinal));

    private bool IsServiceable(AssignedPartition partition)
        => !_served.TryGetValue(partition.QueueId, out var served) || served == partition || served.AgentGone.IsCompleted;
}
