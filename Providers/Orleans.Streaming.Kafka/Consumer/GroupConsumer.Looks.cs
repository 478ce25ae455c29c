using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <content>What is looked at beside the records: ends of partitions, and whether topics are still those that they were.</content>
internal sealed partial class GroupConsumer
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LookTimeout = TimeSpan.FromSeconds(2);

    // Held while the client is asked; commits don't wait for that.
    private readonly Lock _lookLock = new();

    private readonly HashSet<string> _unheard = new(StringComparer.Ordinal);

    private async Task LookUntilStoppedAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            await Task.Delay(LookInterval, context.Time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Run(LookAtEnds);
        }
    }

    /// <summary>What is paused isn't fetched, so its end would stay where it was, and with it the lag that is told.</summary>
    private void LookAtEnds()
    {
        foreach (var partition in table.All.Where(partition => partition.IsPaused))
        {
            lock (_lookLock)
            {
                if (_client is { } client && !_stopping.IsCancellationRequested)
                    LookAtEnd(client, partition);
            }
        }
    }

    private void LookAtEnd(IConsumer<byte[]?, byte[]?> client, AssignedPartition partition)
    {
        try
        {
            partition.KnownEnd = client.QueryWatermarkOffsets(new TopicPartition(partition.Topic, partition.Partition), LookTimeout).High.Value;
        }
        catch (KafkaException exception)
        {
            LogNoEnd(context.Logger, exception, partition.Topic, partition.Partition);
        }
    }

    /// <summary>Nothing more is read of a topic that was made anew, and the group is told so in place of an offset.</summary>
    private void HaltRemade()
    {
        if (!topics.IsAnyRemade)
            return;
        foreach (var partition in table.All.Where(partition => topics.IsRemade(partition.Topic) && !partition.IsVoid))
        {
            partition.Void(TopicIdentities.Reason);
            LogPartitionHalted(context.Logger, partition.Topic, partition.Partition, TopicIdentities.Reason);
        }
    }

    /// <summary>Tokens are of the topic that they were read from, by its id; a client that has fetched has named it.</summary>
    private void Identify(AssignedPartition partition)
    {
        if (partition.IsIdentified)
            return;
        if (topics.IdOf(partition.Topic) is { } id)
            partition.Identify(id);
        else if (_unheard.Add(partition.Topic))
            LogUnheard(context.Logger, partition.Topic, context.Name);
    }
}
