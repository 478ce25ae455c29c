using System.Collections.Immutable;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>Whose live ratings desks want to be told of.</summary>
internal sealed class Watches(IMarketDatabase database)
{
    private const int LeastRating = 300;
    private const int MostRating = 1_000;

    public Task AddAsync(DeskId desk, Watch watch, CancellationToken cancellationToken)
    {
        new MarketCheck().Id("playerId", watch.PlayerId.Value).Range("thresholdHundredths", watch.ThresholdHundredths, LeastRating, MostRating).Done();
        return database.RunAsync(
            async session =>
            {
                await Rows.RequireDeskAsync(session, desk);
                await Rows.RequirePlayerAsync(session, watch.PlayerId);
                return await session.ExecuteAsync(
                    """
                    INSERT INTO market_watch (player_id, desk, threshold) VALUES (@Player, @Desk, @ThresholdHundredths)
                    ON CONFLICT (player_id, desk) DO UPDATE SET threshold = excluded.threshold
                    """,
                    new { Player = watch.PlayerId.Value, Desk = desk.ToString(), watch.ThresholdHundredths });
            },
            cancellationToken);
    }

    public Task RemoveAsync(DeskId desk, PlayerId player, CancellationToken cancellationToken) => database.RunAsync(
        session => session.ExecuteAsync("DELETE FROM market_watch WHERE player_id = @Player AND desk = @Desk", new { Player = player.Value, Desk = desk.ToString() }),
        cancellationToken);

    public Task<ImmutableArray<Watch>> ListAsync(DeskId desk, PlayerId? after, int count, CancellationToken cancellationToken)
    {
        new MarketCheck().Page(count).Done();
        return database.RunAsync(
            async session => (await session.ListAsync<(long Player, int Threshold)>(
                "SELECT player_id, threshold FROM market_watch WHERE desk = @Desk AND player_id > @After ORDER BY player_id LIMIT @count",
                new { Desk = desk.ToString(), After = after?.Value ?? 0, count }))
                .Select(row => new Watch { PlayerId = new(row.Player), ThresholdHundredths = row.Threshold }).ToImmutableArray(),
            cancellationToken);
    }
}
