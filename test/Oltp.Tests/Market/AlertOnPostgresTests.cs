namespace ShellCorp.Oltp.Tests.Market;

public sealed class AlertOnPostgresTests(SharedPostgres postgres) : AlertContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnPostgresAsync(postgres);
}
