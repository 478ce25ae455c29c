namespace ShellCorp.Oltp.Tests.Market;

public sealed class RankingOnSqliteTests : RankingContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnSqliteAsync();
}
