using Microsoft.Extensions.Options;

namespace ShellCorp.Grains.Market;

/// <summary>Takes out what has been kept for long enough: notes of requests that were done, and alerts.</summary>
internal sealed class MarketCleaning(IMarketDatabase database, IOptions<MarketOptions> options, TimeProvider clock)
{
    /// <summary>How many rows of each table one transaction takes out at most.</summary>
    public const int Batch = 1_000;

    /// <summary>Takes the oldest out, in transactions of bounded size, until none is left that is too old.</summary>
    /// <returns>How many rows.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await RunAsync("market_request", "id", now - options.Value.RequestRetention, cancellationToken)
            + await RunAsync("market_alert", "desk, cause", now - options.Value.AlertRetention, cancellationToken);
    }

    private async Task<int> RunAsync(string table, string key, DateTimeOffset before, CancellationToken cancellationToken)
    {
        for (var all = 0; ;)
        {
            var gone = await database.RunAsync(
                session => session.ExecuteAsync(
                    $"DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM {table} WHERE at < @Before ORDER BY at LIMIT {Batch})", new { Before = MarketTime.Of(before) }),
                cancellationToken);
            all += gone;
            if (gone < Batch)
                return all;
        }
    }
}
