namespace ShellCorp.Oltp.Tests.Market;

public sealed class PitchOnSqliteTests : PitchContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnSqliteAsync();
}
