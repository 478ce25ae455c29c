namespace Orleans.Streaming.Kafka;

/// <summary>
/// What this silo knows of rewinds. It lives as long as the silo, and so as long as any consumer in its memory that a rewind concerns; a
/// silo that starts asks the others.
/// </summary>
internal sealed class EpochBook
{
    private readonly Lock _lock = new();
    private ReadingEpochs _current = ReadingEpochs.None;

    internal ReadingEpochs Current => Volatile.Read(ref _current);

    internal void Add(ReadingEpochs epochs)
    {
        lock (_lock)
            Volatile.Write(ref _current, _current.Merge(epochs));
    }
}
