namespace ShellCorp.Silo.Drain.Turns;

/// <summary>
/// Keeps the turn in memory and takes it along when it moves itself. Where a silo is killed and the turn is lost with it, two may move at once,
/// which costs time and no call.
/// </summary>
internal sealed class DrainTurnGrain(ISiloStatusOracle silos) : Grain, IDrainTurnGrain, IGrainMigrationParticipant
{
    private const string HolderKey = "holder";
    private SiloAddress? _holder;

    private bool IsHeld => _holder is not null && silos.GetApproximateSiloStatus(_holder) == SiloStatus.Active;

    public Task<bool> TryTakeAsync(SiloAddress silo)
    {
        if (!IsHeld)
            _holder = silo;
        return Task.FromResult(silo.Equals(_holder));
    }

    public Task GiveBackAsync(SiloAddress silo)
    {
        if (silo.Equals(_holder))
            _holder = null;
        return Task.CompletedTask;
    }

    public void OnDehydrate(IDehydrationContext dehydrationContext) => dehydrationContext.TryAddValue(HolderKey, _holder);

    public void OnRehydrate(IRehydrationContext rehydrationContext) => rehydrationContext.TryGetValue(HolderKey, out _holder);
}
