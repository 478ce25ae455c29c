using System.Collections.Immutable;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>Looks for players.</summary>
internal sealed class PlayerSearches(IMarketDatabase database, TimeProvider clock)
{
    private const int OldestAge = 120;

    public Task<ImmutableArray<MarketPlayer>> FindAsync(PlayerSearch search, PlayerId? after, int count, CancellationToken cancellationToken)
    {
        new MarketCheck()
            .Text("name", search.Name, 0, 100, breaks: false).Known("role", search.Role).Known("foot", search.Foot)
            .Range("minAge", search.MinAge, 0, OldestAge).Range("maxAge", search.MaxAge, search.MinAge, OldestAge).Page(count).Done();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return database.RunAsync(
            async session => (await session.ListAsync<PlayerRow>(
                """
                SELECT id AS Id, name AS Name, role AS Role, born AS Born, foot AS Foot, club_id AS ClubId FROM market_player
                WHERE (@Role = 0 OR role = @Role) AND born > @BornAfter AND born <= @BornBy
                    AND (@Foot = 0 OR foot = @Foot OR foot = 3) AND (@Club = 0 OR club_id = @Club)
                    AND name_folded LIKE @Name ESCAPE '\' AND id > @After
                ORDER BY id LIMIT @count
                """,
                new
                {
                    Role = (int)search.Role,
                    Foot = (int)search.Foot,
                    Club = search.ClubId?.Value ?? 0,
                    Name = Beginning(search.Name),
                    BornAfter = today.AddYears(-search.MaxAge - 1).DayNumber,
                    BornBy = today.AddYears(-search.MinAge).DayNumber,
                    After = after?.Value ?? 0,
                    count,
                })).Select(row => row.ToPlayer()).ToImmutableArray(),
            cancellationToken);
    }

    /// <summary>A name as it is searched.</summary>
    public static string Fold(string name) => name.ToUpperInvariant().ToLowerInvariant();

    private static string Beginning(string name) =>
        $"{Fold(name).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
