using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>Writes dead letters back to where they were refused from.</summary>
internal sealed class Redriver(KafkaStreamOptions options, KafkaProducer producer)
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);

    internal async Task<KafkaRedriven> RedriveAsync(string topic, Func<KafkaDeadLetter, bool> filter, CancellationToken cancellationToken)
    {
        var letters = topic + options.DeadLetterSuffix;
        using var client = Build();
        var result = new KafkaRedriven(0, 0);
        for (var partition = 0; partition < TopicMetadata.CountPartitions(client.Handle, letters); partition++)
            result = await RedriveAsync(client, new TopicPartition(letters, partition), topic, filter, result, cancellationToken);
        return result;
    }

    /// <summary>Reads what a redrive would be offered, from where the last one ended; moves nothing.</summary>
    internal IEnumerable<KafkaDeadLetter> Read(string topic, CancellationToken cancellationToken)
    {
        var letters = topic + options.DeadLetterSuffix;
        using var client = Build();
        for (var partition = 0; partition < TopicMetadata.CountPartitions(client.Handle, letters); partition++)
        {
            var (start, end) = Remaining(client, new TopicPartition(letters, partition));
            client.Assign(new TopicPartitionOffset(letters, partition, start));
            while (start < end)
            {
                var consumed = client.Consume(cancellationToken);
                start = consumed.IsPartitionEOF ? end : consumed.Offset.Value + 1;
                if (!consumed.IsPartitionEOF)
                    yield return new KafkaDeadLetter(ConsumedRecord.From(consumed).Record);
            }
        }
    }

    private static (long Start, long End) Remaining(IConsumer<byte[]?, byte[]?> client, TopicPartition partition)
    {
        var bounds = client.QueryWatermarkOffsets(partition, RequestTimeout);
        var committed = client.Committed([partition], RequestTimeout)[0].Offset;
        return (committed.IsSpecial || committed < bounds.Low ? bounds.Low.Value : committed.Value, bounds.High.Value);
    }

    private async Task<KafkaRedriven> RedriveAsync(
        IConsumer<byte[]?, byte[]?> client, TopicPartition partition, string topic, Func<KafkaDeadLetter, bool> filter, KafkaRedriven result, CancellationToken cancellationToken)
    {
        var (start, end) = Remaining(client, partition);
        client.Assign(new TopicPartitionOffset(partition, start));
        while (start < end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var consumed = client.Consume(cancellationToken);
            start = consumed.IsPartitionEOF ? end : consumed.Offset.Value + 1;
            if (consumed.IsPartitionEOF)
                continue;
            var written = await TryWriteBackAsync(new KafkaDeadLetter(ConsumedRecord.From(consumed).Record), topic, filter, cancellationToken);
            result = written ? result with { Written = result.Written + 1 } : result with { Skipped = result.Skipped + 1 };
            client.Commit([new TopicPartitionOffset(partition, start)]);
        }

        return result;
    }

    private async Task<bool> TryWriteBackAsync(KafkaDeadLetter letter, string topic, Func<KafkaDeadLetter, bool> filter, CancellationToken cancellationToken)
    {
        if (!filter(letter))
            return false;
        var record = letter.IsValueOmitted ? Original(letter) : letter.Record;
        if (record is null)
            return false;
        IReadOnlyList<KafkaHeader> headers = [.. record.Headers.Where(header => !header.Name.StartsWith(DeadLetterHeaders.Prefix, StringComparison.Ordinal))];
        await producer.ProduceAsync(new TopicPartition(topic, letter.Partition ?? Partition.Any), record.Key, record.Value, headers, cancellationToken);
        return true;
    }

    /// <summary>The refused record itself, as far as its topic still retains it.</summary>
    private KafkaRecord? Original(KafkaDeadLetter letter)
    {
        if (letter is not { Topic: { } topic, Partition: { } partition, Offset: { } offset })
            return null;
        using var client = Build();
        client.Assign(new TopicPartitionOffset(topic, partition, offset));
        var consumed = client.Consume(RequestTimeout);
        return consumed is { IsPartitionEOF: false } && consumed.Offset == offset ? ConsumedRecord.From(consumed).Record : null;
    }

    private IConsumer<byte[]?, byte[]?> Build()
    {
        var config = ClientSettings.Consumer(options);
        config.GroupId = $"{options.GroupId}.redrive";
        config.GroupInstanceId = null;
        config.AutoOffsetReset = AutoOffsetReset.Earliest;
        return new ConsumerBuilder<byte[]?, byte[]?>(config).Build();
    }
}
