using System.Text;
using ShellCorp.Events.Json;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>What happened in the market, kept in the transaction in which it happened until it is in the log.</summary>
internal static class Outbox
{
    /// <summary>Over how many relays the keys are spread.</summary>
    public const int Parts = 4;

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
        var numbered = happened with { Sequence = sequence, At = now.Time };
        await session.ExecuteAsync(
            """
            INSERT INTO market_outbox (key, sequence, part, id, kind, body, at)
            VALUES (@key, @sequence, @Part, @Id, @Kind, @Body, @At)
            """,
            new
            {
                key,
                sequence,
                Part = (int)(key % Parts),
                numbered.Id,
                Kind = WireNames.MarketEvents.Of(happened.Kind),
                Body = Encoding.UTF8.GetString(CloudEventCodec.WriteData(numbered)),
                now.At,
            });
    }

    /// <summary>The next event of each key of a part: those after it wait until it is in the log. The keys that have waited longest come first.</summary>
    public static Task<IReadOnlyList<OutboxRow>> NextAsync(IMarketSession session, int part, int count) => session.ListAsync<OutboxRow>(
        """
        SELECT o.key AS Key, o.sequence AS Sequence, o.id AS Id, o.kind AS Kind, o.body AS Body, o.at AS At
        FROM market_outbox o
        JOIN (SELECT key, min(sequence) AS first, min(at) AS since FROM market_outbox WHERE part = @part GROUP BY key ORDER BY min(at), key LIMIT @count) n
            ON n.key = o.key AND n.first = o.sequence
        ORDER BY n.since, o.key
        """,
        new { part, count });

    /// <summary>Takes events out that are in the log.</summary>
    public static Task RemoveAsync(IMarketSession session, int part, IReadOnlyCollection<string> ids) =>
        session.ExecuteAsync("DELETE FROM market_outbox WHERE part = @part AND id IN @ids", new { part, ids });
}
