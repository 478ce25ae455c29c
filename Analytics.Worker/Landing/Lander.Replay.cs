using Confluent.Kafka;
using ShellCorp.Analytics.Operations;
using ShellCorp.Analytics.Warehouse;

namespace ShellCorp.Analytics.Landing;

/// <content>Loading again from the log.</content>
internal sealed partial class Lander
{
    /// <summary>
    /// Takes out of the warehouse what the log still has from a moment on, in one transaction, and reads it again. Returns once reading begins.
    /// </summary>
    /// <param name="from">The moment; null for everything that the log has.</param>
    /// <param name="cancellationToken">Gives up waiting for the lander, not the replay.</param>
    public async Task<IReadOnlyList<ReplayedPartition>> ReplayAsync(DateTimeOffset? from, CancellationToken cancellationToken)
    {
        var begun = new TaskCompletionSource<IReadOnlyList<ReplayedPartition>>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _commands.Writer.WriteAsync(
            async (consumer, token) =>
            {
                try
                {
                    begun.SetResult(await ReplayAsync(consumer, from, token));
                }
                catch (Exception exception)
                {
                    begun.SetException(exception);
                    throw;
                }
            },
            cancellationToken);
        return await begun.Task.WaitAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<ReplayedPartition>> ReplayAsync(
        IConsumer<byte[], byte[]> consumer, DateTimeOffset? from, CancellationToken cancellationToken)
    {
        var positions = await warehouse.GetPositionsAsync(cancellationToken);
        var replayed = _partitions.Values.Where(partition => positions.ContainsKey(partition.Partition))
            .Select(partition => Plan(consumer, partition.Partition, positions[partition.Partition], from))
            .ToArray();
        await warehouse.TrimAsync(replayed.ToDictionary(plan => new LogPartition(plan.Topic, plan.Partition), plan => plan.From), cancellationToken);
        foreach (var plan in replayed)
        {
            var partition = _partitions[new(plan.Topic, plan.Partition)];
            logger.LogReplay(partition.Partition, plan.From);
            partition.StartAt(plan.From);
            windows.ForgetRatingsOf(partition.Partition);
            Seek(consumer, partition.Partition, plan.From);
        }

        return replayed;
    }

    private static ReplayedPartition Plan(IConsumer<byte[], byte[]> consumer, LogPartition partition, long loaded, DateTimeOffset? from)
    {
        var at = new TopicPartition(partition.Topic, partition.Number);
        var oldest = consumer.QueryWatermarkOffsets(at, BrokerTimeout).Low.Value;
        var wanted = from is { } moment
            ? consumer.OffsetsForTimes([new(at, new Timestamp(moment))], BrokerTimeout)[0].Offset
            : new Offset(oldest);
        // No record is that young: nothing is loaded again.
        var start = wanted.IsSpecial ? loaded : Math.Max(wanted.Value, oldest);
        return new(partition.Topic, partition.Number, Math.Min(start, loaded), loaded, oldest);
    }
}
