namespace ShellCorp.Grains.Players;

/// <content>Moving to another silo: the ledgers in memory go along.</content>
internal sealed partial class PlayerRatingGrain : IGrainMigrationParticipant
{
    private const string LedgersKey = "ledgers";

    public void OnDehydrate(IDehydrationContext dehydrationContext) => dehydrationContext.TryAddValue(LedgersKey, _ledgers.Pack());

    public void OnRehydrate(IRehydrationContext rehydrationContext)
    {
        if (rehydrationContext.TryGetValue<MovingLedgers>(LedgersKey, out var moved))
            _ledgers.Unpack(moved);
    }
}
