namespace ShellCorp.Cluster.Tests.Elasticity.Drains;

/// <inheritdoc/>
internal sealed class CarryingGrain : Grain, ICarryingGrain, IGrainMigrationParticipant
{
    private const string CountKey = "count";
    private int _count;

    public Task<int> AddAsync() => Task.FromResult(++_count);

    public void OnDehydrate(IDehydrationContext dehydrationContext) => dehydrationContext.TryAddValue(CountKey, _count);

    public void OnRehydrate(IRehydrationContext rehydrationContext) => rehydrationContext.TryGetValue(CountKey, out _count);
}
