using ShellCorp.Grains.Counters;

namespace ShellCorp.Counters.Tests.Systems;

/// <summary>What a player's grain has stored: one counter, which activations on any silo raise. Only one of two that write at once succeeds, as in storage.</summary>
internal sealed class StoredFold(long player)
{
    private readonly Lock _lock = new();
    private CounterTotals _totals = CounterTotals.None;

    public static string Field { get; } = CounterFields.Of(2018, PlayerCounter.Passes);

    public CounterKey Key { get; } = new(new(player), CounterKind.Matches);

    public CounterTotals Totals
    {
        get
        {
            lock (_lock)
                return _totals;
        }
    }

    public long Count => Totals.Fields.GetValueOrDefault(Field);

    /// <summary>An activation of the grain.</summary>
    public CounterSync Activate(CounterPump pump) => pump.Register(Key, Totals, () => Task.FromResult(Totals));

    /// <summary>Counts, as the grain does.</summary>
    public Task CountAsync(CounterSync activation, int by, bool check = false) => ApplyAsync(activation, by, by, check);

    /// <summary>Takes an event that no counter counts.</summary>
    public Task NoteAsync(CounterSync activation) => ApplyAsync(activation, events: 1, by: 0, check: false);

    private async Task ApplyAsync(CounterSync activation, int events, int by, bool check)
    {
        await activation.BeginAsync();
        CounterTotals next;
        lock (_lock)
            next = _totals = new(_totals.Version + events, _totals.Fields.SetItem(Field, _totals.Fields.GetValueOrDefault(Field) + by));
        activation.End(next, check);
    }
}
