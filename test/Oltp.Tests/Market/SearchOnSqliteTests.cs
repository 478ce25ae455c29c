namespace ShellCorp.Oltp.Tests.Market;

public sealed class SearchOnSqliteTests : SearchContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnSqliteAsync();
}
