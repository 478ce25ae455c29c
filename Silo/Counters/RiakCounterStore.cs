using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Riak;
using Riak.DataTypes;
using Riak.Errors;
using ShellCorp.Grains.Counters;

namespace ShellCorp.Silo.Counters;

/// <summary>Counters in Riak: a map for each player. Nothing is ever taken out of a map, so no update needs a context.</summary>
internal sealed class RiakCounterStore(RiakClient client, CounterRegion region, IOptions<RiakCounterOptions> options) : ICounterStore
{
    private static readonly RiakFetchOptions Any = new() { IncludeContext = false };
    private static readonly RiakFetchOptions AllReplicas = RiakFetchOptions.AllReplicas with { IncludeContext = false };

    public async Task<ImmutableDictionary<string, long>> ReadOwnAsync(PlayerId player, CancellationToken cancellationToken) =>
        region.OwnOf(await FetchAsync(player, AllReplicas, cancellationToken));

    public async Task<ImmutableDictionary<string, long>> ReadAsync(PlayerId player, CancellationToken cancellationToken) =>
        CounterRegion.SumOf(await FetchAsync(player, Any, cancellationToken));

    public async Task AddAsync(PlayerId player, ImmutableDictionary<string, long> changes, CancellationToken cancellationToken)
    {
        var update = new RiakMapUpdate();
        foreach (var (field, by) in changes)
            update.Increment(region.CounterOf(field), by);
        try
        {
            await client.UpdateMapAsync(Where(player), update, options: null, cancellationToken);
        }
        catch (RiakOutcomeUnknownException unknown)
        {
            throw new CounterOutcomeUnknownException(unknown.Message, unknown);
        }
        catch (RiakException failure)
        {
            throw new CounterStoreException(failure.Message, failure);
        }
    }

    private async Task<ImmutableDictionary<string, long>> FetchAsync(PlayerId player, RiakFetchOptions fetch, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.FetchMapAsync(Where(player), fetch, cancellationToken))?.Counters ?? CounterTotals.None.Fields;
        }
        catch (RiakException failure)
        {
            throw new CounterStoreException(failure.Message, failure);
        }
    }

    private RiakLocation Where(PlayerId player) => new(options.Value.BucketType, options.Value.Bucket, player.ToString());
}
