using System.Collections.Immutable;

namespace Riak.TestServer.Crdts;

/// <summary>
/// What a map keeps of a field: a state for each event that last wrote it, unmerged, and a tombstone: the field's empty state with the
/// clock of the removals that were seen, which takes away from the states what was removed.
/// </summary>
internal sealed record MapSlot(ImmutableDictionary<Dot, IEmbedded> States, IEmbedded Tombstone)
{
    public IEmbedded Merged(IEmbedded bottom) =>
        Tombstone.Merge(States.OrderBy(pair => pair.Key.Actor, StringComparer.Ordinal).Aggregate(bottom, (merged, pair) => merged.Merge(pair.Value)));

    public MapSlot? Keeping(Func<Dot, bool> keep, IEmbedded tombstone)
    {
        var kept = States.Where(pair => keep(pair.Key)).ToImmutableDictionary();
        return kept.IsEmpty ? null : new(kept, tombstone);
    }
}
