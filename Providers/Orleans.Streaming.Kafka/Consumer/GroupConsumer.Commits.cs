using Confluent.Kafka;
using KafkaErrorCode = Confluent.Kafka.ErrorCode;

namespace Orleans.Streaming.Kafka;

/// <content>Commits: the watermark, and nothing beyond it.</content>
internal sealed partial class GroupConsumer
{
    private const int LastAttempts = 3;

    private static readonly TimeSpan CommitPatience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan EndsInterval = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan EndsTimeout = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan TopicsInterval = TimeSpan.FromSeconds(5);

    private readonly TopicIdentities _topics = new([.. context.Options.Topics.Select(topic => topic.Name)]);
    private long _lastLook;
    private long _lastTopics;

    // Held from the reading of a watermark to its commit: once a partition is given up, an older watermark must not follow the last one,
    // which would set its next owner back.
    private readonly Lock _commitLock = new();

    private async Task CommitUntilStoppedAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            await Task.Delay(context.Options.CommitInterval, context.Time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (table.All.Any(partition => partition.HasUncommitted))
                await Task.Run(CommitAll);
            await Task.Run(LookAtEnds);
            await LookAtTopicsAsync();
        }
    }

    private async Task LookAtTopicsAsync()
    {
        if (_client is null || context.Time.GetElapsedTime(_lastTopics) < TopicsInterval)
            return;
        _lastTopics = context.Time.GetTimestamp();
        try
        {
            var isFirst = !_topics.IsKnown;
            using var lease = producer.Lease();
            foreach (var topic in await _topics.FindRemadeAsync(lease.Client.Handle))
                HaltRemade(topic);
            if (isFirst && _topics.IsKnown)
                LogTopicsKnown(context.Logger, string.Join(", ", context.Options.Topics.Select(topic => topic.Name)));
        }
        catch (Exception exception) when (exception is KafkaException or ObjectDisposedException)
        {
            LogNoTopics(context.Logger, exception, context.Name);
        }
    }

    private void HaltRemade(string topic)
    {
        const string Reason = "The topic was deleted and made anew under its name, so that offsets of before mean nothing in it. Set the group's offset to go on.";
        foreach (var partition in table.All.Where(partition => partition.Topic == topic && !partition.IsHalted))
        {
            partition.Halt(Reason);
            LogPartitionHalted(context.Logger, partition.Topic, partition.Partition, Reason);
        }
    }

    /// <summary>What is paused isn't fetched, so its end would stay where it was, and with it the lag that is told.</summary>
    private void LookAtEnds()
    {
        if (context.Time.GetElapsedTime(_lastLook) < EndsInterval)
            return;
        _lastLook = context.Time.GetTimestamp();
        foreach (var partition in table.All.Where(partition => partition.IsPaused))
        {
            lock (_commitLock)
            {
                if (_client is { } client)
                    LookAtEnd(client, partition);
            }
        }
    }

    private void LookAtEnd(IConsumer<byte[]?, byte[]?> client, AssignedPartition partition)
    {
        try
        {
            partition.KnownEnd = client.QueryWatermarkOffsets(new TopicPartition(partition.Topic, partition.Partition), EndsTimeout).High.Value;
        }
        catch (KafkaException exception)
        {
            LogNoEnd(context.Logger, exception, partition.Topic, partition.Partition);
        }
    }

    private void CommitAll()
    {
        lock (_commitLock)
        {
            if (_client is { } client)
                TryCommit(client, [.. table.All]);
        }
    }

    private bool TryCommitAll(IConsumer<byte[]?, byte[]?> client)
    {
        lock (_commitLock)
            return TryCommit(client, [.. table.All]);
    }

    /// <summary>The watermarks that partitions end with on this silo. Without this commit the next owner delivers again what is finished.</summary>
    private void CommitLast(IConsumer<byte[]?, byte[]?> client, IReadOnlyList<AssignedPartition> partitions)
    {
        lock (_commitLock)
        {
            foreach (var partition in partitions)
                partition.Close();
            for (var attempt = 1; !TryCommit(client, partitions) && attempt < LastAttempts; attempt++)
                _stopping.Token.WaitHandle.WaitOne(context.Options.RetryBackoffMin);
        }
    }

    private bool TryCommit(IConsumer<byte[]?, byte[]?> client, IReadOnlyList<AssignedPartition> partitions)
        => TryCommit(client, [.. partitions.Where(partition => partition.HasUncommitted).Select(partition => (partition, partition.Watermark))]);

    private bool TryCommit(IConsumer<byte[]?, byte[]?> client, List<(AssignedPartition Partition, long Offset)> due)
    {
        if (due.Count == 0)
            return true;
        try
        {
            client.Commit(due.Select(each => new TopicPartitionOffset(each.Partition.Topic, each.Partition.Partition, each.Offset)));
        }
        catch (KafkaException exception) when (exception.Error.Code is KafkaErrorCode.RebalanceInProgress or KafkaErrorCode.IllegalGeneration)
        {
            LogCommitPostponed(context.Logger, context.Name, exception.Error.Reason);
            return false;
        }
        catch (Exception exception) when (exception is KafkaException or ObjectDisposedException)
        {
            LogCommitFailed(context.Logger, exception, context.Name);
            return false;
        }

        foreach (var (partition, offset) in due)
            partition.Committed = offset;
        return true;
    }
}
