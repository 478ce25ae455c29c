using System.Collections.Immutable;
using Orleans.Concurrency;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

[StatelessWorker]
internal sealed class MarketSearchGrain(PlayerSearches searches, Rankings rankings) : Grain, IMarketSearchGrain
{
    public Task<ImmutableArray<MarketPlayer>> PlayersAsync(PlayerSearch search, PlayerId? after, int count, CancellationToken cancellationToken) =>
        searches.FindAsync(search, after, count, cancellationToken);

    public Task<ImmutableArray<RankedPlayer>> RankingAsync(PlayerSearch search, RankBy by, RankPlace? after, int count, CancellationToken cancellationToken) =>
        rankings.RankAsync(search, by, after, count, cancellationToken);
}
