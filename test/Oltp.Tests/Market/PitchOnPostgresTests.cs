namespace ShellCorp.Oltp.Tests.Market;

public sealed class PitchOnPostgresTests(SharedPostgres postgres) : PitchContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnPostgresAsync(postgres);
}
