namespace ShellCorp.Oltp.Tests.Market;

public sealed class RankingOnPostgresTests(SharedPostgres postgres) : RankingContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnPostgresAsync(postgres);
}
