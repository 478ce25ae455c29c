namespace ShellCorp.Oltp.Tests.Market;

public sealed class LedgerOnSqliteTests : LedgerContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnSqliteAsync();
}
