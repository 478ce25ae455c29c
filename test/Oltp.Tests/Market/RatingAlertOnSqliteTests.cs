namespace ShellCorp.Oltp.Tests.Market;

public sealed class RatingAlertOnSqliteTests : RatingAlertContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnSqliteAsync();
}
