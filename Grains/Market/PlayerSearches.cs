using System.Collections.Immutable;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>Looks for players.</summary>
internal sealed class PlayerSearches(IMarketDatabase database, TimeProvider clock)
{
    private const int OldestAge = 120;

    public Task<ImmutableArray<MarketPlayer>> FindAsync(PlayerSearch search, PlayerId? after, int count, CancellationToken cancellationToken)
    {
        Check(search).Page(count).Done();
        var wanted = WantedPlayers.Of(search, clock.GetUtcNow());
        return database.RunAsync(
            async session => (await session.ListAsync<PlayerRow>(
                $"""
                SELECT {PlayerRow.Columns} FROM market_player p
                WHERE {WantedPlayers.Condition} AND p.id > @After
                ORDER BY p.id LIMIT @count
                """,
                new { wanted.Role, wanted.Foot, wanted.Club, wanted.Name, wanted.BornAfter, wanted.BornBy, After = after?.Value ?? 0, count }))
                .Select(row => row.ToPlayer()).ToImmutableArray(),
            cancellationToken);
    }

    /// <summary>What is wrong with a search.</summary>
    public static MarketCheck Check(PlayerSearch search) => new MarketCheck()
        .Text("name", search.Name, 0, 100, breaks: false).Known("role", search.Role).Known("foot", search.Foot)
        .Range("minAge", search.MinAge, 0, OldestAge).Range("maxAge", search.MaxAge, search.MinAge, OldestAge);

    /// <summary>A name as it is searched.</summary>
    public static string Fold(string name) => name.ToUpperInvariant().ToLowerInvariant();
}
