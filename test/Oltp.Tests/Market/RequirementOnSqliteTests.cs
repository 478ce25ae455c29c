namespace ShellCorp.Oltp.Tests.Market;

public sealed class RequirementOnSqliteTests : RequirementContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnSqliteAsync();
}
