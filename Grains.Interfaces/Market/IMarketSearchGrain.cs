using System.Collections.Immutable;
using Orleans.Concurrency;

namespace ShellCorp.Market;

/// <summary>Looks for players; a stateless worker, one identity (0) stands for all of them.</summary>
[Alias("shellcorp.market-search")]
public interface IMarketSearchGrain : IGrainWithIntegerKey
{
    /// <summary>The players who meet a search today, ascending by number.</summary>
    /// <param name="search">Whom to look for.</param>
    /// <param name="after">Only those after this one; null for the first.</param>
    /// <param name="count">How many at most: 1 to 200.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Alias("players.v1"), ReadOnly]
    Task<ImmutableArray<MarketPlayer>> PlayersAsync(PlayerSearch search, PlayerId? after, int count, CancellationToken cancellationToken);

    /// <summary>The players who meet a search today and have what is ranked by, descending by that, and ascending by number among equals.</summary>
    /// <param name="search">Whom to look for.</param>
    /// <param name="by">What to rank by.</param>
    /// <param name="after">Only those behind this place, which is that of the last player of the page before; null for the first page.</param>
    /// <param name="count">How many at most: 1 to 200.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Alias("ranking.v1"), ReadOnly]
    Task<ImmutableArray<RankedPlayer>> RankingAsync(PlayerSearch search, RankBy by, RankPlace? after, int count, CancellationToken cancellationToken);
}
