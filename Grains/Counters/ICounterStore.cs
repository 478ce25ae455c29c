using System.Collections.Immutable;

namespace ShellCorp.Grains.Counters;

/// <summary>
/// Where counters are kept: a map of counters for each player, in which every region has counters of its own, so that regions merge by adding.
/// Fields are those of <see cref="CounterFields"/>.
/// </summary>
public interface ICounterStore
{
    /// <summary>This region's counters, as all replicas know them together.</summary>
    /// <exception cref="CounterStoreException">They can't be read.</exception>
    Task<ImmutableDictionary<string, long>> ReadOwnAsync(PlayerId player, CancellationToken cancellationToken);

    /// <summary>The sums over all regions.</summary>
    /// <exception cref="CounterStoreException">They can't be read.</exception>
    Task<ImmutableDictionary<string, long>> ReadAsync(PlayerId player, CancellationToken cancellationToken);

    /// <summary>Adds to this region's counters, to all at once or to none. It isn't repeated: adding isn't idempotent.</summary>
    /// <exception cref="CounterStoreException">Nothing was added and nothing will be.</exception>
    /// <exception cref="CounterOutcomeUnknownException">It may have been added, may be added later, or never.</exception>
    Task AddAsync(PlayerId player, ImmutableDictionary<string, long> changes, CancellationToken cancellationToken);
}
