using System.Collections.Immutable;

namespace Riak.TestServer.Crdts;

internal sealed partial record CrdtMap
{
    private CrdtMap Merge(CrdtMap right)
    {
        var slots = Empty.Slots.ToBuilder();
        foreach (var field in Slots.Keys.Union(right.Slots.Keys))
        {
            if (MergeSlot(field, right) is { } slot)
                slots[field] = slot;
        }

        var merged = new CrdtMap(Clock.Merge(right.Clock), slots.ToImmutable(), Empty.Deferred);
        return Deferred.Concat(right.Deferred)
            .SelectMany(removal => removal.Value.Select(field => (Field: field, Context: removal.Key)))
            .Aggregate(merged, (map, removal) => map.Remove(removal.Field, removal.Context));
    }

    private MapSlot? MergeSlot(FieldKey field, CrdtMap right) => (Slots.GetValueOrDefault(field), right.Slots.GetValueOrDefault(field)) switch
    {
        ({ } mine, { } theirs) => MergeBoth(mine, theirs, right.Clock),
        ({ } mine, null) => OneSided(field, mine, right.Clock),
        (null, { } theirs) => OneSided(field, theirs, Clock),
        _ => null,
    };

    // The side without the field has removed what its clock covers, or never saw it: the tombstone tells the one from the other.
    private static MapSlot? OneSided(FieldKey field, MapSlot slot, VersionVector otherClock) =>
        slot.Keeping(dot => !otherClock.Covers(dot), slot.Tombstone.Merge(field.Bottom.WithClock(otherClock)));

    private MapSlot? MergeBoth(MapSlot mine, MapSlot theirs, VersionVector theirClock)
    {
        var states = mine.States.Where(pair => theirs.States.ContainsKey(pair.Key) || !theirClock.Covers(pair.Key))
            .Concat(theirs.States.Where(pair => !mine.States.ContainsKey(pair.Key) && !Clock.Covers(pair.Key)))
            .ToImmutableDictionary();
        return states.IsEmpty ? null : new(states, theirs.Tombstone.Merge(mine.Tombstone));
    }
}
