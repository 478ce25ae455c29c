namespace ShellCorp.Oltp.Tests.Market;

public sealed class UserOnSqliteTests : UserContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnSqliteAsync();
}
