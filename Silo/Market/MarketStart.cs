namespace ShellCorp.Silo.Market;

/// <summary>Opens the market's database when the silo starts, and brings its schema up to date.</summary>
internal sealed class MarketStart(MarketDatabase database) : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(MarketStart), ServiceLifecycleStage.RuntimeInitialize, _ => database.OpenAsync());
}
