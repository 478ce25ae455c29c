using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>Reads dead letters from where the last redrive ended, up to what there is when it begins.</summary>
internal sealed class DeadLetterReader(KafkaStreamOptions options)
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);

    internal string TopicOf(string topic) => topic + options.DeadLetterSuffix;

    /// <summary>A member of no group, by which the group of redrives is asked and told how far they came.</summary>
    internal IConsumer<byte[]?, byte[]?> Connect()
    {
        var config = ClientSettings.Consumer(options);
        config.GroupId = $"{options.GroupId}.redrive";
        config.GroupInstanceId = null;
        config.AutoOffsetReset = AutoOffsetReset.Earliest;
        return new ConsumerBuilder<byte[]?, byte[]?>(config).SetLogHandler((_, _) => { }).Build();
    }

    /// <summary>The dead letters that are left of a topic; nothing is changed.</summary>
    internal IEnumerable<KafkaDeadLetter> Read(string topic, CancellationToken cancellationToken)
    {
        using var client = Connect();
        foreach (var partition in PartitionsOf(client, topic))
        {
            foreach (var letter in Read(client, partition, client.Committed([partition], RequestTimeout)[0].Offset, cancellationToken))
                yield return letter;
        }
    }

    /// <exception cref="InvalidOperationException">There is no dead-letter topic.</exception>
    internal IReadOnlyList<TopicPartition> PartitionsOf(IConsumer<byte[]?, byte[]?> client, string topic)
        => [.. Enumerable.Range(0, TopicMetadata.CountPartitions(client.Handle, TopicOf(topic))).Select(partition => new TopicPartition(TopicOf(topic), partition))];

    /// <summary>Those of one partition from the group's offset on.</summary>
    internal static IEnumerable<KafkaDeadLetter> Read(IConsumer<byte[]?, byte[]?> client, TopicPartition partition, Offset committed, CancellationToken cancellationToken)
    {
        var bounds = client.QueryWatermarkOffsets(partition, RequestTimeout);
        var next = committed.IsSpecial || committed < bounds.Low ? bounds.Low : committed;
        client.Assign(new TopicPartitionOffset(partition, next));
        while (next < bounds.High)
        {
            var consumed = client.Consume(cancellationToken);
            if (consumed.IsPartitionEOF)
                yield break;
            next = consumed.Offset + 1;
            yield return new KafkaDeadLetter(ConsumedRecord.From(consumed).Record);
        }
    }

    /// <summary>The refused record itself, as far as its topic still retains it.</summary>
    internal KafkaRecord? Original(KafkaDeadLetter letter)
    {
        if (letter is not { Topic: { } topic, Partition: { } partition, Offset: { } offset })
            return null;
        using var client = Connect();
        client.Assign(new TopicPartitionOffset(topic, partition, offset));
        var consumed = client.Consume(RequestTimeout);
        return consumed is { IsPartitionEOF: false } && consumed.Offset == offset ? ConsumedRecord.From(consumed).Record : null;
    }
}
