namespace ShellCorp.Oltp.Tests.Market;

public sealed class OfferOnPostgresTests(SharedPostgres postgres) : OfferContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnPostgresAsync(postgres);
}
