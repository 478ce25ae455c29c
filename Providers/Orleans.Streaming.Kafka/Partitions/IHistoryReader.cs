namespace Orleans.Streaming.Kafka;

/// <summary>A place in a partition's past.</summary>
internal interface IHistoryReader : IDisposable
{
    /// <summary>The next records that are wanted, some hundred at most, and the offset to go on at; the place isn't moved by an exception.</summary>
    Task<(IReadOnlyList<CachedRecord> Records, long Next)> ReadAsync(Predicate<KafkaRecord> isWanted, CancellationToken cancellationToken);
}
