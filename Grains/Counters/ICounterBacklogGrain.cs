using Orleans.Concurrency;

namespace ShellCorp.Grains.Counters;

/// <summary>Keeps the marks of a part of the players, see <see cref="ICounterMarks"/>; the key is the part's number.</summary>
[Alias("shellcorp.counter-backlog")]
internal interface ICounterBacklogGrain : IGrainWithIntegerKey
{
    /// <summary>The number of parts; changing it orphans what is stored.</summary>
    const int Parts = 8;

    /// <inheritdoc cref="ICounterMarks.MarkAsync"/>
    [Alias("mark.v1"), AlwaysInterleave]
    Task<long> MarkAsync(CounterKey key);

    /// <inheritdoc cref="ICounterMarks.SettleAsync"/>
    [Alias("settle.v1"), AlwaysInterleave]
    Task SettleAsync(CounterKey key, long mark);

    /// <summary>Sees to it that counters which should have been settled by now are seen to: their silo may be gone.</summary>
    [Alias("look-after.v1")]
    Task LookAfterAsync();
}
