namespace ShellCorp.Oltp.Tests.Market;

public sealed class OfferOnSqliteTests : OfferContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnSqliteAsync();
}
