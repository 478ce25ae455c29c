using Confluent.Kafka;
using KafkaErrorCode = Confluent.Kafka.ErrorCode;

namespace Orleans.Streaming.Kafka;

/// <content>Commits: the watermark, and nothing beyond it.</content>
internal sealed partial class GroupConsumer
{
    private const int LastAttempts = 3;

    private static readonly TimeSpan CommitPatience = TimeSpan.FromSeconds(10);

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
        => TryCommit(client, [.. partitions.Where(partition => partition.HasUncommitted).Select(partition => (partition, partition.Position))]);

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
        catch (TopicPartitionOffsetException exception)
        {
            // A topic that is gone keeps the others' offsets from nobody.
            LogCommitFailed(context.Logger, exception, context.Name);
            var refused = exception.Results.Where(result => result.Error.IsError).Select(result => result.TopicPartition).ToHashSet();
            Note(due.Where(each => !refused.Contains(new TopicPartition(each.Partition.Topic, each.Partition.Partition))));
            return false;
        }
        catch (Exception exception) when (exception is KafkaException or ObjectDisposedException)
        {
            LogCommitFailed(context.Logger, exception, context.Name);
            return false;
        }

        Note(due);
        return true;
    }

    private static void Note(IEnumerable<(AssignedPartition Partition, long Offset)> committed)
    {
        foreach (var (partition, offset) in committed)
            partition.Committed = offset;
    }
}
