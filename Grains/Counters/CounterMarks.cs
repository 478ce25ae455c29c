namespace ShellCorp.Grains.Counters;

/// <summary>Marks kept by grains.</summary>
internal sealed class CounterMarks(IGrainFactory grains) : ICounterMarks
{
    public Task<long> MarkAsync(CounterKey key) => PartOf(key).MarkAsync(key);

    public Task SettleAsync(CounterKey key, long mark) => PartOf(key).SettleAsync(key, mark);

    private ICounterBacklogGrain PartOf(CounterKey key) =>
        grains.GetGrain<ICounterBacklogGrain>((long)((ulong)key.Player.Value % ICounterBacklogGrain.Parts));
}
