namespace ShellCorp.Oltp.Tests.Market;

public sealed class MessageOnPostgresTests(SharedPostgres postgres) : MessageContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnPostgresAsync(postgres);
}
