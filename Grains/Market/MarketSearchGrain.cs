using System.Collections.Immutable;
using Orleans.Concurrency;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

[StatelessWorker]
internal sealed class MarketSearchGrain(PlayerSearches searches) : Grain, IMarketSearchGrain
{
    public Task<ImmutableArray<MarketPlayer>> PlayersAsync(PlayerSearch search, PlayerId? after, int count, CancellationToken cancellationToken) =>
        searches.FindAsync(search, after, count, cancellationToken);
}
