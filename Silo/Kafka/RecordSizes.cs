using System.Collections.Concurrent;

namespace ShellCorp.Silo.Kafka;

/// <summary>The mean size of the records written to each topic.</summary>
internal sealed class RecordSizes
{
    /// <summary>What a record is taken to have before any was written; a player update has about 500 bytes with its headers.</summary>
    private const long Unmeasured = 700;

    private readonly ConcurrentDictionary<string, Sum> _sums = new(StringComparer.Ordinal);

    public void Add(string topic, long bytes)
    {
        var sum = _sums.GetOrAdd(topic, static _ => new());
        Interlocked.Add(ref sum.Bytes, bytes);
        Interlocked.Increment(ref sum.Records);
    }

    public long Mean(string topic) =>
        _sums.TryGetValue(topic, out var sum) && Interlocked.Read(ref sum.Records) is > 0 and var records
            ? Interlocked.Read(ref sum.Bytes) / records
            : Unmeasured;

    private sealed class Sum
    {
        public long Bytes;
        public long Records;
    }
}
