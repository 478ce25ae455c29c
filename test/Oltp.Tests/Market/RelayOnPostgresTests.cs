namespace ShellCorp.Oltp.Tests.Market;

public sealed class RelayOnPostgresTests(SharedPostgres postgres) : RelayContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnPostgresAsync(postgres);
}
