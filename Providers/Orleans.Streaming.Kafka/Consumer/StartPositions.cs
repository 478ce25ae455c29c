using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>Finds where assigned partitions begin: at the group's offsets, which must be within what the broker has.</summary>
/// <param name="client">The group's member.</param>
/// <param name="context">The provider.</param>
/// <param name="known">Topics that this silo reads other partitions of.</param>
internal sealed class StartPositions(IConsumer<byte[]?, byte[]?> client, ProviderContext context, IReadOnlySet<string> known)
{
    /// <summary>The group has no offset.</summary>
    internal const long None = -1;

    /// <summary>Stands in the place of the group's offset once the topic that it was of is no more: no partition ever gets as far.</summary>
    internal const long Void = long.MaxValue;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Asks the broker until it answers: without the group's offsets there is no right place to begin at. Gives up, by an exception that
    /// makes the consumer join anew, when it is stopped or has tried for too long to be still a member of the group.
    /// </summary>
    internal IReadOnlyList<StartPosition> Find(List<TopicPartition> partitions, CancellationToken stopping)
    {
        const int Attempts = 12;
        for (var attempt = 1; ; attempt++)
        {
            stopping.ThrowIfCancellationRequested();
            try
            {
                return [.. client.Committed(partitions, RequestTimeout).Select(PositionOf)];
            }
            catch (KafkaException) when (attempt < Attempts)
            {
                stopping.WaitHandle.WaitOne(Backoff.After(attempt, context.Options.RetryBackoffMin, context.Options.RetryBackoffMax, jitter: 0));
            }
        }
    }

    private StartPosition PositionOf(TopicPartitionOffset committed)
    {
        var partition = committed.TopicPartition;
        var bounds = client.QueryWatermarkOffsets(partition, RequestTimeout);
        if (committed.Offset.IsSpecial)
        {
            var first = context.Options.StartPosition == KafkaStartPosition.Latest && !KnowsTopic(partition.Topic) ? bounds.High : bounds.Low;
            return new StartPosition(partition, first.Value, None, bounds.High.Value, Halted: null);
        }

        return committed.Offset == Void
            ? new StartPosition(partition, bounds.Low.Value, Void, bounds.High.Value, TopicIdentities.Reason)
            : new StartPosition(partition, committed.Offset.Value, committed.Offset.Value, bounds.High.Value, HaltedBy(committed.Offset.Value, bounds));
    }

    private static string? HaltedBy(long offset, WatermarkOffsets bounds)
    {
        if (offset < bounds.Low.Value)
            return $"The group stands at offset {offset}, and Kafka keeps the partition from {bounds.Low.Value} on: what lies between is gone. Set the group's offset to go on.";
        return offset > bounds.High.Value
            ? $"The group stands at offset {offset}, and the partition ends at {bounds.High.Value}: the topic was made anew or cut. Set the group's offset to go on."
            : null;
    }

    // A group that has offsets of other partitions has not come new to the topic: this partition was added, and its first records were
    // written for it.
    private bool KnowsTopic(string topic)
    {
        if (known.Contains(topic))
            return true;
        var partitions = Enumerable.Range(0, TopicMetadata.CountPartitions(client.Handle, topic));
        return client.Committed(partitions.Select(partition => new TopicPartition(topic, partition)), RequestTimeout)
            .Exists(committed => !committed.Offset.IsSpecial);
    }
}
