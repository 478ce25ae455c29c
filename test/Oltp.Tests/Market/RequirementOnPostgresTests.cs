namespace ShellCorp.Oltp.Tests.Market;

public sealed class RequirementOnPostgresTests(SharedPostgres postgres) : RequirementContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnPostgresAsync(postgres);
}
