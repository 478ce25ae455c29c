using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <content>Rebalances. All of it runs on the polling thread, inside of a poll or the closing.</content>
internal sealed partial class GroupConsumer
{
    // An agent stops as soon as its deliveries have ended, which has been waited for; what remains is Orleans's own work.
    private static readonly TimeSpan AgentStopTimeout = TimeSpan.FromSeconds(10);

    private IEnumerable<TopicPartitionOffset> OnAssigned(IConsumer<byte[]?, byte[]?> client, List<TopicPartition> assigned)
    {
        // They go to somebody else as soon as this silo has left, so nothing of them is read.
        if (_stopping.IsCancellationRequested)
            return assigned.Select(partition => new TopicPartitionOffset(partition, Offset.End)).ToList();
        var starts = new StartPositions(client, context, table.All.Select(partition => partition.Topic).ToHashSet(StringComparer.Ordinal)).Find(assigned, _stopping.Token);
        var added = starts.Select(Add).ToList();
        HaltRemade();
        Anchor(client, added);
        _ = balancer.NotifyAsync();
        return [.. added.Select(partition => new TopicPartitionOffset(partition.Topic, partition.Partition, partition.IsHalted ? Offset.End : partition.Watermark))];
    }

    private AssignedPartition Add(StartPosition start)
    {
        var partition = Create(start.Partition, start.Offset, start.Committed);
        partition.KnownEnd = start.End;
        table.Add(partition);
        LogAssigned(context.Logger, partition.Topic, partition.Partition, start.Offset);
        if (start.Halted is { } reason)
        {
            partition.Halt(reason);
            LogPartitionHalted(context.Logger, partition.Topic, partition.Partition, reason);
        }

        return partition;
    }

    /// <summary>
    /// A group that begins at the end is told so at once: were its first offset committed only with the first record, what is written until
    /// then would be passed over by whoever is assigned the partition next. A commit that fails now is tried again with the others.
    /// </summary>
    private void Anchor(IConsumer<byte[]?, byte[]?> client, IReadOnlyList<AssignedPartition> added)
    {
        if (context.Options.StartPosition != KafkaStartPosition.Latest)
            return;
        lock (_commitLock)
            TryCommit(client, [.. added.Where(partition => partition.Committed == StartPositions.None)]);
    }

    private void OnRevoked(IConsumer<byte[]?, byte[]?> client, List<TopicPartitionOffset> revoked)
    {
        var partitions = table.Find(revoked.Select(partition => partition.TopicPartition));
        Quiesce(partitions);
        CommitLast(client, partitions);
        GiveUp(partitions);
    }

    /// <summary>
    /// Commits everything before the silo leaves the group. Some brokers take no commits while the group rebalances; a member that goes on
    /// polling gets through it, and keeps its partitions until it has committed.
    /// </summary>
    private void Settle(IConsumer<byte[]?, byte[]?> client)
    {
        Quiesce([.. table.All]);
        for (var since = context.Time.GetTimestamp(); !_abrupt && !TryCommitAll(client) && context.Time.GetElapsedTime(since) < CommitPatience;)
            Poll(() => client.Consume(context.Options.RetryBackoffMin));
    }

    private void Quiesce(IReadOnlyList<AssignedPartition> partitions)
    {
        var quiesce = partitions.Select(partition => partition.QuiesceAsync()).ToList();
        if (!Blocking.TryWait(quiesce, _abrupt ? TimeSpan.Zero : context.Options.QuiesceTimeout, context.Time))
            LogNotQuiet(context.Logger, context.Name, context.Options.QuiesceTimeout);
    }

    private void OnLost(IConsumer<byte[]?, byte[]?> client, List<TopicPartitionOffset> lost)
        => Lose(table.Find(lost.Select(partition => partition.TopicPartition)));

    private void LoseAll() => Lose([.. table.All]);

    /// <summary>Somebody else may have them already: nothing is committed, and what is cached is dropped.</summary>
    private void Lose(IReadOnlyList<AssignedPartition> partitions)
    {
        lock (_commitLock)
        {
            foreach (var partition in partitions)
                partition.Close();
        }

        foreach (var partition in partitions)
        {
            table.Remove(partition);
            LogLost(context.Logger, partition.Topic, partition.Partition);
        }

        _ = balancer.NotifyAsync();
    }

    private void GiveUp(IReadOnlyList<AssignedPartition> partitions)
    {
        foreach (var partition in partitions)
        {
            table.Remove(partition);
            LogRevoked(context.Logger, partition.Topic, partition.Partition, partition.Watermark);
        }

        _ = balancer.NotifyAsync();
        if (!Blocking.TryWait(partitions.Select(partition => partition.AgentGone), _abrupt ? TimeSpan.Zero : AgentStopTimeout, context.Time))
            LogAgentsRemain(context.Logger, context.Name, AgentStopTimeout);
    }

    private AssignedPartition Create(TopicPartition partition, long start, long committed)
    {
        var (topic, number) = (partition.Topic, partition.Partition.Value);
        return new AssignedPartition(context, TopicOf(partition), mapper.QueueOf(topic, number), number, start, context.Epochs.Current.Of(topic, number)) { Committed = committed };
    }

    private KafkaTopicOptions TopicOf(TopicPartition partition)
        => context.Options.Topics.First(topic => string.Equals(topic.Name, partition.Topic, StringComparison.Ordinal));
}
