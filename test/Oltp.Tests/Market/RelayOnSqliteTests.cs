namespace ShellCorp.Oltp.Tests.Market;

public sealed class RelayOnSqliteTests : RelayContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnSqliteAsync();
}
