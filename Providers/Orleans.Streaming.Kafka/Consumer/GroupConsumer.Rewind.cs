using System.Collections.Concurrent;
using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <content>Setting partitions to another place while they are consumed.</content>
internal sealed partial class GroupConsumer
{
    private readonly ConcurrentQueue<RewindCommand> _rewinds = new();

    /// <summary>Sets those partitions of the topic that this silo has. The polling thread does it, between two polls.</summary>
    internal Task<KafkaRewound[]> RewindAsync(RewindRequest request)
    {
        var command = new RewindCommand(request);
        _rewinds.Enqueue(command);
        if (_ended.Task.IsCompleted)
            RefuseRewinds();
        return command.Done.Task;
    }

    private void RunRewinds(IConsumer<byte[]?, byte[]?> client)
    {
        while (_rewinds.TryDequeue(out var command))
        {
            try
            {
                command.Done.TrySetResult(Rewind(client, command.Request));
            }
            catch (Exception exception)
            {
                command.Done.TrySetException(exception);
                // What can't be read from where it was set to is read from there after joining anew; what was refused changed nothing.
                if (exception is KafkaException)
                    throw;
            }
        }
    }

    private void RefuseRewinds()
    {
        while (_rewinds.TryDequeue(out var command))
            command.Done.TrySetException(new InvalidOperationException($"The consumer of provider '{context.Name}' on this silo has stopped."));
    }

    private KafkaRewound[] Rewind(IConsumer<byte[]?, byte[]?> client, RewindRequest request)
    {
        HaltRemade();
        var partitions = table.All.Where(partition => partition.Topic == request.Topic && (request.Partition ?? partition.Partition) == partition.Partition).ToList();
        var targets = partitions.ToDictionary(partition => partition, partition => RewindTarget.Find(client, partition, request.Position));
        Quiesce(partitions);
        CommitTargets(client, targets);
        topics.Accept(request.Topic);
        // A rebalance in between may have taken some away; whoever has them now began at the target or before.
        var remaining = partitions.Where(partition => table.All.Contains(partition)).ToList();
        GiveUp(remaining);
        foreach (var partition in remaining)
            Reopen(client, partition, targets[partition]);
        _ = balancer.NotifyAsync();
        return [.. partitions.Select(partition => new KafkaRewound(partition.Topic, partition.Partition, partition.Watermark, targets[partition]))];
    }

    private void CommitTargets(IConsumer<byte[]?, byte[]?> client, Dictionary<AssignedPartition, long> targets)
    {
        for (var since = context.Time.GetTimestamp(); !TryCommitTargets(client, targets);)
        {
            if (context.Time.GetElapsedTime(since) > CommitPatience)
                throw new KafkaException(new Error(Confluent.Kafka.ErrorCode.RebalanceInProgress, "The group takes no commits; the partitions go on from where they stood."));
            // The partitions that aren't rewound are read on.
            if (Poll(() => client.Consume(context.Options.RetryBackoffMin)) is { } result)
                Dispatch(client, result);
        }
    }

    private bool TryCommitTargets(IConsumer<byte[]?, byte[]?> client, Dictionary<AssignedPartition, long> targets)
    {
        lock (_commitLock)
        {
            // Closed within the lock: no commit of an old watermark may follow.
            foreach (var partition in targets.Keys)
            {
                partition.Close();
                partition.IsSuperseded = true;
            }

            return TryCommit(client, [.. targets.Select(target => (target.Key, target.Value))]);
        }
    }

    private void Reopen(IConsumer<byte[]?, byte[]?> client, AssignedPartition partition, long target)
    {
        var position = new TopicPartitionOffset(partition.Topic, partition.Partition, target);
        client.Resume([position.TopicPartition]);
        client.Seek(position);
        table.Add(Create(position.TopicPartition, target, target));
        LogRewound(context.Logger, partition.Topic, partition.Partition, partition.Watermark, target);
    }
}
