namespace ShellCorp.Oltp.Tests.Market;

public sealed class RatingAlertOnPostgresTests(SharedPostgres postgres) : RatingAlertContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnPostgresAsync(postgres);
}
