using System.Threading.Channels;
using Confluent.Kafka;
using ShellCorp.Analytics.Warehouse;

namespace ShellCorp.Analytics.Landing;

/// <content>Where reading begins: at the ledger's <c>next</c>.</content>
internal sealed partial class Lander
{
    private static readonly TimeSpan BrokerTimeout = TimeSpan.FromSeconds(30);
    private readonly Channel<Func<IConsumer<byte[], byte[]>, CancellationToken, Task>> _commands =
        Channel.CreateBounded<Func<IConsumer<byte[], byte[]>, CancellationToken, Task>>(1);

    private List<TopicPartitionOffset> Assign(List<TopicPartition> assigned)
    {
        // The callback is synchronous and on a thread of our own; a partition must not be read before its position is known.
        var positions = Task.Run(() => warehouse.GetPositionsAsync(CancellationToken.None)).GetAwaiter().GetResult();
        return [.. assigned.Select(partition => new TopicPartitionOffset(partition, Open(partition, positions)))];
    }

    private Offset Open(TopicPartition partition, IReadOnlyDictionary<LogPartition, long> positions)
    {
        var key = new LogPartition(partition.Topic, partition.Partition.Value);
        long? next = positions.TryGetValue(key, out var loaded) ? loaded : null;
        windows.ForgetRatingsOf(key);
        _partitions[partition] = new(key, next);
        var offset = next is { } at ? new Offset(at) : Offset.Beginning;
        logger.LogAssigned(key, offset.ToString());
        return offset;
    }

    private void Revoke(List<TopicPartitionOffset> revoked)
    {
        foreach (var partition in revoked)
        {
            if (_partitions.Remove(partition.TopicPartition, out var intake))
                windows.ForgetRatingsOf(intake.Partition);
        }
    }

    /// <summary>Others have loaded a part of what was gathered: it is given up, and reading goes on where the ledger ends.</summary>
    private async Task RestartAsync(IConsumer<byte[], byte[]> consumer, IEnumerable<PartitionIntake> partitions, CancellationToken cancellationToken)
    {
        var positions = await warehouse.GetPositionsAsync(cancellationToken);
        foreach (var partition in partitions)
        {
            long? next = positions.TryGetValue(partition.Partition, out var loaded) ? loaded : null;
            partition.StartAt(next);
            windows.ForgetRatingsOf(partition.Partition);
            Seek(consumer, partition.Partition, next is { } at ? new Offset(at) : Offset.Beginning);
        }
    }

    /// <summary>The log has no record at the position: it keeps what is younger, or is another log.</summary>
    private async Task LeaveBehindAsync(IConsumer<byte[], byte[]> consumer, TopicPartition partition, CancellationToken cancellationToken)
    {
        if (!_partitions.TryGetValue(partition, out var intake))
            return;
        var kept = consumer.QueryWatermarkOffsets(partition, BrokerTimeout);
        var position = intake.Next ?? 0;
        if (position > kept.High.Value)
        {
            throw new LandingStoppedException(FormattableString.Invariant(
                $"{intake.Partition}: the warehouse has the log up to offset {position}, but the log ends at {kept.High.Value}: the topic was made anew. Point the worker at an empty warehouse, or at the log that it was loaded from."));
        }

        if (!log.Value.IsEmbedded)
        {
            throw new LandingStoppedException(FormattableString.Invariant(
                $"{intake.Partition}: offset {position} comes next, but the log has only {kept.Low.Value} and later: {kept.Low.Value - position} records were dropped before they were landed. Bring them back, or accept the gap: `replay --from earliest` goes on with what the log has."));
        }

        logger.LogGap(intake.Partition, kept.Low.Value, position);
        await FlushAsync(consumer, cancellationToken);
        if (kept.Low.Value > (intake.Next ?? 0))
            await warehouse.SkipAsync(intake.Partition, kept.Low.Value, cancellationToken);
        intake.StartAt(kept.Low.Value);
        Seek(consumer, intake.Partition, kept.Low);
    }

    // A seek is refused while librdkafka itself looks for an offset; what is assigned anew begins where we say.
    private static void Seek(IConsumer<byte[], byte[]> consumer, LogPartition partition, Offset offset)
    {
        var at = new TopicPartitionOffset(partition.Topic, partition.Number, offset);
        consumer.IncrementalUnassign([at.TopicPartition]);
        consumer.IncrementalAssign([at]);
    }
}
