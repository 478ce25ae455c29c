using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>One consumer's place in a partition's past. Used by one thread at a time.</summary>
internal sealed class KafkaHistoryReader(IConsumer<byte[]?, byte[]?> client, TopicIdentities topics, TopicPartition partition, long from, long end, int maxBytes) : IHistoryReader
{
    private const int MaxRecords = 500;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);

    private bool _isAssigned;
    private long _next = from;

    public Task<(IReadOnlyList<CachedRecord> Records, long Next)> ReadAsync(Predicate<KafkaRecord> isWanted, CancellationToken cancellationToken)
    {
        if (!_isAssigned)
            Assign();
        var records = new List<CachedRecord>();
        for (long bytes = 0; _next < end && records.Count < MaxRecords && bytes < maxBytes;)
        {
            var result = client.Consume(cancellationToken);
            // Offsets may be missing where records were compacted away, so that the end is met by passing it or by the partition's own.
            _next = result.IsPartitionEOF ? Math.Max(_next, result.Offset.Value) : result.Offset.Value + 1;
            if (result.IsPartitionEOF || result.Offset.Value >= end)
                continue;
            var record = ConsumedRecord.From(result);
            if (!isWanted(record.Record))
                continue;
            records.Add(record);
            bytes += record.Size;
        }

        // What was read is of the topic that the token means, or nobody gets it.
        topics.ThrowIfRemade(partition.Topic);
        return Task.FromResult<(IReadOnlyList<CachedRecord>, long)>((records, _next));
    }

    public void Dispose() => client.Dispose();

    private void Assign()
    {
        var bounds = client.QueryWatermarkOffsets(partition, RequestTimeout);
        if (_next < bounds.Low.Value || _next > bounds.High.Value)
            throw new InvalidOperationException($"A consumer goes back to offset {_next}, and Kafka keeps {partition.Topic} [{partition.Partition.Value}] from {bounds.Low.Value} to {bounds.High.Value}.");
        client.Assign(new TopicPartitionOffset(partition, _next));
        _isAssigned = true;
    }
}
