using ShellCorp.Grains.Storage;

namespace ShellCorp.Cluster.TestSilo.Tallies;

/// <inheritdoc/>
internal sealed class TallyGrain([PersistentState("tally", GrainStores.Default)] IPersistentState<TallyState> state) : Grain, ITallyGrain, IGrainMigrationParticipant
{
    private const string CountKey = "count";
    private TallyCount _count = new();

    public async Task<TallyAnswer> AddAsync(TallyEntry entry)
    {
        _count = _count with { Entries = _count.Entries + 1 };
        state.State = state.State with { Sum = state.State.Sum + entry.Amount, Entries = state.State.Entries + 1 };
#if NEXT
        // What only this version knows is in all that it stores and takes along.
        _count = _count with { Weights = entry.Weight ?? "none" };
        state.State = state.State with { Weights = entry.Weight ?? "none" };
#endif
        await state.WriteStateAsync();
        return await ReadAsync();
    }

    public Task<TallyAnswer> ReadAsync() => Task.FromResult(new TallyAnswer
    {
        Stored = state.State,
        Counted = _count,
#if NEXT
        Version = 2,
        Weights = state.State.Weights,
#else
        Version = 1,
#endif
    });

#if NEXT
    public Task<TallyAnswer> AddWeightedAsync(TallyEntry entry) => AddAsync(entry);
#endif

    public void OnDehydrate(IDehydrationContext dehydrationContext) => dehydrationContext.TryAddValue(CountKey, _count);

    public void OnRehydrate(IRehydrationContext rehydrationContext)
    {
        if (rehydrationContext.TryGetValue<TallyCount>(CountKey, out var count))
            _count = count!;
    }
}
