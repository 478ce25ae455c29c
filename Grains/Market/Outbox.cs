using System.Text.Json;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>What happened in the market, kept in the transaction in which it happened until it is in the log.</summary>
internal static class Outbox
{
    /// <summary>Over how many relays the keys are spread.</summary>
    public const int Parts = 8;

    /// <summary>
    /// Adds an event about a player. The key's row stays locked until the commit, so a player's events are committed in the order of their
    /// numbers. The id is made of key and number: sent again after a crash it is the same event.
    /// </summary>
    public static async Task AddAsync(IMarketSession session, Moment now, MarketEvent happened)
    {
        var key = happened.PlayerId.Value;
        var sequence = await session.FindAsync<long>(
            "INSERT INTO market_outbox_key (key, latest) VALUES (@key, 1) ON CONFLICT (key) DO UPDATE SET latest = market_outbox_key.latest + 1 RETURNING latest",
            new { key });
        await session.ExecuteAsync(
            """
            INSERT INTO market_outbox (key, sequence, part, id, kind, body, at, is_sent)
            VALUES (@key, @sequence, @Part, @Id, @Kind, @Body, @At, 0)
            """,
            new
            {
                key,
                sequence,
                Part = (int)(key % Parts),
                Id = $"market/{key}/{sequence}",
                happened.Kind,
                Body = JsonSerializer.Serialize(happened with { Sequence = sequence, At = now.Time }, MarketJsonContext.Default.MarketEvent),
                now.At,
            });
    }
}
