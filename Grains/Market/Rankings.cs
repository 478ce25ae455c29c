using System.Collections.Immutable;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>Ranks players by what the projection makes of their ratings.</summary>
internal sealed class Rankings(IMarketDatabase database, TimeProvider clock)
{
    private const int Highest = 1_000;

    public Task<ImmutableArray<RankedPlayer>> RankAsync(PlayerSearch search, RankBy by, RankPlace? after, int count, CancellationToken cancellationToken)
    {
        PlayerSearches.Check(search).Known("by", by).Range("after", after?.Hundredths ?? 0, 0, Highest).Page(count).Done();
        var wanted = WantedPlayers.Of(search, clock.GetUtcNow());
        return database.RunAsync(
            async session => (await session.ListAsync<RankedRow>(
                $"""
                SELECT p.id AS Id, p.name AS Name, p.role AS Role, p.born AS Born, p.foot AS Foot, p.club_id AS ClubId,
                    f.rating AS Rating, f.form AS Form, f.season AS Season, f.season_rating AS SeasonRating, f.season_matches AS SeasonMatches
                FROM player_form f JOIN market_player p ON p.id = f.player_id
                WHERE {WantedPlayers.Condition} AND {Mark(by)} IS NOT NULL AND (@By <> 2 OR f.season = @Season)
                    AND ({Mark(by)} < @Hundredths OR ({Mark(by)} = @Hundredths AND p.id > @After))
                ORDER BY {Mark(by)} DESC, p.id LIMIT @Count
                """,
                new
                {
                    wanted.Role,
                    wanted.Foot,
                    wanted.Club,
                    wanted.Name,
                    wanted.BornAfter,
                    wanted.BornBy,
                    By = (int)by,
                    Season = Seasons.Of(clock.GetUtcNow()),
                    Hundredths = after?.Hundredths ?? Highest + 1,
                    After = after?.PlayerId.Value ?? 0,
                    Count = count,
                })).Select(row => row.ToRanked()).ToImmutableArray(),
            cancellationToken);
    }

    private static string Mark(RankBy by) => by switch
    {
        RankBy.Form => "f.form",
        RankBy.Season => "f.season_rating",
        _ => "f.rating",
    };
}
