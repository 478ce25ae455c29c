using System.Collections.Immutable;

namespace ShellCorp.Grains.Counters;

/// <summary>Whose counters may be behind.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.counter-backlog-state.v1")]
public sealed record CounterBacklogState
{
    /// <summary>Nobody's.</summary>
    public static CounterBacklogState Empty { get; } = new();

    /// <summary>The marks.</summary>
    [Id(0)] public ImmutableDictionary<CounterKey, long> Marks { get; init; } = ImmutableDictionary<CounterKey, long>.Empty;

    /// <summary>The last mark given.</summary>
    [Id(1)] public long Last { get; init; }

    /// <summary>Grows with each change.</summary>
    [Id(2)] public int Revision { get; init; }

    /// <summary>With another mark.</summary>
    public CounterBacklogState Mark(CounterKey key) => new() { Marks = Marks.SetItem(key, Last + 1), Last = Last + 1, Revision = Revision + 1 };

    /// <summary>Without a mark, unless it was replaced.</summary>
    public CounterBacklogState Settle(CounterKey key, long mark) =>
        Marks.TryGetValue(key, out var held) && held == mark ? this with { Marks = Marks.Remove(key), Revision = Revision + 1 } : this;
}
