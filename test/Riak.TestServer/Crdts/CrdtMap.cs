using System.Collections.Immutable;
using Riak.Wire;

namespace Riak.TestServer.Crdts;

/// <summary>
/// A map, of its own key or in a map: a field's update that a removal hasn't seen survives it, without what the removal saw (but for
/// counters: see <see cref="EmbeddedCounter"/>).
/// </summary>
internal sealed partial record CrdtMap(
    VersionVector Clock,
    ImmutableSortedDictionary<FieldKey, MapSlot> Slots,
    ImmutableDictionary<VersionVector, ImmutableSortedSet<FieldKey>> Deferred) : ICrdt, IEmbedded
{
    public static CrdtMap Empty { get; } = new(
        VersionVector.Empty,
        ImmutableSortedDictionary<FieldKey, MapSlot>.Empty,
        ImmutableDictionary<VersionVector, ImmutableSortedSet<FieldKey>>.Empty);

    public VersionVector Context => Clock;

    public IEnumerable<MapEntry> Entries => Slots.Select(slot =>
    {
        var entry = new MapEntry { Field = new() { Name = slot.Key.Name, Type = slot.Key.Type } };
        slot.Value.Merged(slot.Key.Bottom).WriteTo(entry);
        return entry;
    });

    ICrdt ICrdt.Merge(ICrdt other) => Merge((CrdtMap)other);

    IEmbedded IEmbedded.Merge(IEmbedded other) => Merge((CrdtMap)other);

    public IEmbedded WithClock(VersionVector clock) => this with { Clock = clock };

    public ICrdt Update(DtOp change, string actor, VersionVector? context, long microseconds) =>
        Update(change.MapOp, new(Clock.Next(actor), context, microseconds));

    public IEmbedded Update(MapUpdate change, Origin origin) => Update(change.MapOp, origin);

    public void WriteTo(MapEntry entry) => entry.MapValue.AddRange(Entries);

    public string Describe() => $"[{string.Join(',', Slots.Select(slot =>
        $"{slot.Key.Name.ToStringUtf8()}:{slot.Key.Type}={slot.Value.Merged(slot.Key.Bottom).Describe()}"))}]";

    // Every field of an update shares one event, and so do the fields of maps within.
    private CrdtMap Update(MapOp change, Origin origin)
    {
        var map = this with { Clock = Clock.With(origin.Dot) };
        map = change.Removes.Aggregate(map, (current, field) => current.Remove(new(field.Name, field.Type), origin.Context));
        return change.Updates.Aggregate(map, (current, update) => current.UpdateField(update, origin));
    }

    private CrdtMap UpdateField(MapUpdate change, Origin origin)
    {
        var field = new FieldKey(change.Field.Name, change.Field.Type);
        var state = Slots.TryGetValue(field, out var slot) ? slot.Merged(field.Bottom) : field.Bottom;
        var updated = state.WithClock(Clock).Update(change, origin);
        return this with { Slots = Slots.SetItem(field, new(ImmutableDictionary<Dot, IEmbedded>.Empty.Add(origin.Dot, updated), field.Bottom)) };
    }

    private CrdtMap Remove(FieldKey field, VersionVector? context)
    {
        var slot = Slots.GetValueOrDefault(field);
        if (context is null)
        {
            return slot is not null
                ? this with { Slots = Slots.Remove(field) }
                : throw new PreconditionException($"{{precondition,{{not_present,{field.ErlangText()}}}}}");
        }

        // Only what both the remover and this replica have seen is taken out of the states that stay.
        var removed = field.Bottom.WithClock(context.Meet(Clock));
        var kept = slot?.Keeping(dot => !context.Covers(dot), removed.Merge(slot.Tombstone));
        return this with
        {
            Slots = kept is null ? Slots.Remove(field) : Slots.SetItem(field, kept),
            Deferred = Clock.Descends(context) ? Deferred : Deferred.SetItem(context, Deferred.GetValueOrDefault(context, []).Add(field)),
        };
    }
}
