using System.Collections.Concurrent;
using ShellCorp.Grains.Counters;

namespace ShellCorp.Counters.Tests.Systems;

/// <summary>Marks in memory.</summary>
internal sealed class MarksInMemory : ICounterMarks
{
    private long _last;

    public ConcurrentDictionary<CounterKey, long> Marks { get; } = new();

    public Task<long> MarkAsync(CounterKey key) => Task.FromResult(Marks[key] = Interlocked.Increment(ref _last));

    public Task SettleAsync(CounterKey key, long mark)
    {
        Marks.TryRemove(KeyValuePair.Create(key, mark));
        return Task.CompletedTask;
    }
}
