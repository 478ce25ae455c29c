namespace ShellCorp.Oltp.Tests.Market;

public sealed class MessageOnSqliteTests : MessageContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnSqliteAsync();
}
