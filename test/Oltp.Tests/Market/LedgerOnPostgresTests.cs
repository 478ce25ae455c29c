namespace ShellCorp.Oltp.Tests.Market;

public sealed class LedgerOnPostgresTests(SharedPostgres postgres) : LedgerContract
{
    private protected override Task<MarketScene> SceneAsync() => MarketScene.OnPostgresAsync(postgres);
}
