namespace ShellCorp.Oltp.Tests.Market;

public sealed class SearchOnPostgresTests(SharedPostgres postgres) : SearchContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnPostgresAsync(postgres);
}
