using System.Collections.Immutable;

namespace ShellCorp.Grains.Counters;

/// <summary>Counters in this process's memory, shared by the silos that run in it.</summary>
/// <param name="maps">The memory.</param>
/// <param name="region">For which region it counts.</param>
public sealed class PnCounterStore(PnCounterMaps maps, CounterRegion region) : ICounterStore
{
    /// <inheritdoc/>
    public Task<ImmutableDictionary<string, long>> ReadOwnAsync(PlayerId player, CancellationToken cancellationToken) =>
        Task.FromResult(region.OwnOf(maps.Read(player)));

    /// <inheritdoc/>
    public Task<ImmutableDictionary<string, long>> ReadAsync(PlayerId player, CancellationToken cancellationToken) =>
        Task.FromResult(CounterRegion.SumOf(maps.Read(player)));

    /// <inheritdoc/>
    public Task AddAsync(PlayerId player, ImmutableDictionary<string, long> changes, CancellationToken cancellationToken)
    {
        maps.Add(player, [.. changes.Select(change => KeyValuePair.Create(region.CounterOf(change.Key), change.Value))]);
        return Task.CompletedTask;
    }
}
