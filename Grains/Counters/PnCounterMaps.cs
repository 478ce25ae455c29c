using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ShellCorp.Grains.Counters;

/// <summary>
/// Players' maps of PN-counters in this process's memory. A counter has one writer, the process that counts for its region, and is what that has added
/// and what it has taken away, each of which only grows: so the larger of two is the later, and copies of one map merge in any order and any number of times.
/// </summary>
public sealed class PnCounterMaps
{
    private readonly ConcurrentDictionary<PlayerId, ImmutableDictionary<string, PnCounter>> _maps = new();

    /// <summary>A player's counters.</summary>
    public IEnumerable<KeyValuePair<string, long>> Read(PlayerId player) =>
        Map(player).Select(counter => KeyValuePair.Create(counter.Key, counter.Value.Value));

    /// <summary>Adds to a player's counters.</summary>
    public void Add(PlayerId player, IReadOnlyCollection<KeyValuePair<string, long>> changes) => _maps.AddOrUpdate(
        player,
        static (_, given) => Changed(ImmutableDictionary<string, PnCounter>.Empty, given),
        static (_, map, given) => Changed(map, given),
        changes);

    /// <summary>Takes over what another process knows, as replication between regions does. One direction.</summary>
    public void MergeFrom(PnCounterMaps other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (player, theirs) in other._maps)
            _maps.AddOrUpdate(player, static (_, map) => map, static (_, mine, map) => Merged(mine, map), theirs);
    }

    private ImmutableDictionary<string, PnCounter> Map(PlayerId player) =>
        _maps.TryGetValue(player, out var map) ? map : ImmutableDictionary<string, PnCounter>.Empty;

    private static ImmutableDictionary<string, PnCounter> Changed(
        ImmutableDictionary<string, PnCounter> map, IReadOnlyCollection<KeyValuePair<string, long>> changes) =>
        map.SetItems(changes.Select(change => KeyValuePair.Create(change.Key, map.GetValueOrDefault(change.Key).Add(change.Value))));

    private static ImmutableDictionary<string, PnCounter> Merged(ImmutableDictionary<string, PnCounter> mine, ImmutableDictionary<string, PnCounter> theirs) =>
        mine.SetItems(theirs.Select(counter => KeyValuePair.Create(counter.Key, mine.GetValueOrDefault(counter.Key).Merge(counter.Value))));
}
