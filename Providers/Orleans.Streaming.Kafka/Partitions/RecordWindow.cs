namespace Orleans.Streaming.Kafka;

/// <summary>
/// The records of a partition from its first unfinished one on, in the order of their offsets, and the watermark that follows from them:
/// everything below it is finished. Not thread-safe: its partition's lock guards it.
/// </summary>
internal sealed class RecordWindow
{
    private readonly Queue<CachedRecord> _records = new();
    private long _end;
    private long? _last;

    internal RecordWindow(long start) => _end = start;

    /// <summary>The offset to resume at: that of the first unfinished record, or the one after the last record seen.</summary>
    internal long Watermark => _last ?? (_records.TryPeek(out var first) ? first.Offset : _end);

    /// <summary>The offset after the last record seen.</summary>
    internal long End => _end;

    internal int Count => _records.Count;

    internal long Bytes { get; private set; }

    internal DateTimeOffset? Oldest => _records.TryPeek(out var first) ? first.Record.Timestamp : null;

    internal void Add(CachedRecord record)
    {
        _records.Enqueue(record);
        Bytes += record.Bytes;
        _end = record.Offset + 1;
    }

    /// <summary>Starting at the log's beginning or end, the offset is known only once the broker has named it.</summary>
    internal void MoveEnd(long offset) => _end = Math.Max(_end, offset);

    /// <summary>Lets go of everything; the watermark stays where it is.</summary>
    /// <returns>How many records and bytes that were.</returns>
    internal (int Records, int Bytes) Clear()
    {
        _last ??= Watermark;
        var dropped = (_records.Count, (int)Bytes);
        _records.Clear();
        Bytes = 0;
        return dropped;
    }

    /// <summary>Drops what is finished from the front.</summary>
    /// <returns>How many records and bytes that were.</returns>
    internal (int Records, int Bytes) Advance()
    {
        var (records, bytes) = (0, 0);
        while (_records.TryPeek(out var first) && first.Finished)
        {
            _records.Dequeue();
            records++;
            bytes += first.Bytes;
        }

        Bytes -= bytes;
        return (records, bytes);
    }
}
