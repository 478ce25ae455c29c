namespace ShellCorp.Oltp.Tests.Market;

public sealed class UserOnPostgresTests(SharedPostgres postgres) : UserContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnPostgresAsync(postgres);
}
