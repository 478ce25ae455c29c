namespace ShellCorp.Oltp.Tests.Market;

public sealed class AlertOnSqliteTests : AlertContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnSqliteAsync();
}
