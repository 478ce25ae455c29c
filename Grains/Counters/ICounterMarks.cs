namespace ShellCorp.Grains.Counters;

/// <summary>
/// Remembers, so that it outlives a silo, whose counters may be behind: a mark is stored before what is to be counted, and taken away once the counters
/// were found exact.
/// </summary>
internal interface ICounterMarks
{
    /// <summary>Stores a mark; it is stored when this returns.</summary>
    /// <returns>The mark, which replaces the one before.</returns>
    Task<long> MarkAsync(CounterKey key);

    /// <summary>Takes a mark away, unless it was replaced.</summary>
    Task SettleAsync(CounterKey key, long mark);
}
