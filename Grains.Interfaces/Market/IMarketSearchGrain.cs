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
}
