namespace Orleans.Streaming.Kafka;

/// <summary>
/// The unsettled records of one stream, numbered in the order of their arrival. A number stays with its record, so that cursors can hold
/// numbers while records leave at the front. Not thread-safe.
/// </summary>
internal sealed class RecordRun
{
    private CachedRecord[] _ring = new CachedRecord[4];
    private int _count;

    /// <summary>The number of the first record that is still here.</summary>
    internal long First { get; private set; }

    /// <summary>The number that the next record gets.</summary>
    internal long End => First + _count;

    internal bool IsEmpty => _count == 0;

    internal CachedRecord this[long number] => _ring[(int)(number % _ring.Length)];

    internal void Add(CachedRecord record)
    {
        if (_count == _ring.Length)
            Grow();
        _ring[(int)(End % _ring.Length)] = record;
        _count++;
    }

    internal CachedRecord RemoveFirst()
    {
        var slot = (int)(First % _ring.Length);
        var record = _ring[slot];
        _ring[slot] = null!;
        First++;
        _count--;
        return record;
    }

    /// <summary>The number of the first record at an offset or above, or <see cref="End"/>.</summary>
    internal long NumberAt(long offset)
    {
        var (low, high) = (First, End);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (this[middle].Offset < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void Grow()
    {
        var ring = new CachedRecord[_ring.Length * 2];
        for (var number = First; number < End; number++)
            ring[(int)(number % ring.Length)] = this[number];
        _ring = ring;
    }
}
