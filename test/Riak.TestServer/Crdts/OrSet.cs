using System.Collections.Immutable;
using Google.Protobuf;
using Riak.Wire;

namespace Riak.TestServer.Crdts;

/// <summary>A set, of its own key or in a map: an addition that a removal hasn't seen survives it.</summary>
internal sealed record OrSet(
    VersionVector Clock,
    ImmutableSortedDictionary<ByteString, VersionVector> Members,
    ImmutableDictionary<VersionVector, ImmutableSortedSet<ByteString>> Deferred) : ICrdt, IEmbedded
{
    public static OrSet Empty { get; } = new(
        VersionVector.Empty,
        ImmutableSortedDictionary.Create<ByteString, VersionVector>(ByteOrder.Instance),
        ImmutableDictionary<VersionVector, ImmutableSortedSet<ByteString>>.Empty);

    public VersionVector Context => Clock;

    ICrdt ICrdt.Merge(ICrdt other) => Merge((OrSet)other);

    IEmbedded IEmbedded.Merge(IEmbedded other) => Merge((OrSet)other);

    public IEmbedded WithClock(VersionVector clock) => this with { Clock = clock };

    // As the server does, every addition of an update on a key of its own is an event of its own.
    public ICrdt Update(DtOp change, string actor, VersionVector? context, long microseconds)
    {
        var added = change.SetOp.Adds.Aggregate(this, (set, member) => set.Add(member, set.Clock.Next(actor)));
        return change.SetOp.Removes.Aggregate(added, (set, member) => set.Remove(member, context));
    }

    public IEmbedded Update(MapUpdate change, Origin origin)
    {
        var added = change.SetOp.Adds.Aggregate(this, (set, member) => set.Add(member, origin.Dot));
        return change.SetOp.Removes.Aggregate(added, (set, member) => set.Remove(member, origin.Context));
    }

    public void WriteTo(MapEntry entry) => entry.SetValue.AddRange(Members.Keys);

    public string Describe() => $"{{{string.Join(',', Members.Keys.Select(member => member.ToStringUtf8()))}}}";

    private OrSet Merge(OrSet right)
    {
        var members = Empty.Members.ToBuilder();
        foreach (var member in Members.Keys.Union(right.Members.Keys))
        {
            var dots = VersionVector.Survivors(
                Members.GetValueOrDefault(member, VersionVector.Empty), Clock,
                right.Members.GetValueOrDefault(member, VersionVector.Empty), right.Clock);
            if (!dots.IsEmpty)
                members[member] = dots;
        }

        var merged = new OrSet(Clock.Merge(right.Clock), members.ToImmutable(), Empty.Deferred);
        return Deferred.Concat(right.Deferred)
            .SelectMany(removal => removal.Value.Select(member => (Member: member, Context: removal.Key)))
            .Aggregate(merged, (set, removal) => set.Remove(removal.Member, removal.Context));
    }

    private OrSet Add(ByteString member, Dot dot) =>
        this with { Clock = Clock.With(dot), Members = Members.SetItem(member, VersionVector.Empty.With(dot)) };

    private OrSet Remove(ByteString member, VersionVector? context)
    {
        var here = Members.TryGetValue(member, out var dots);
        if (context is null)
        {
            return here
                ? this with { Members = Members.Remove(member) }
                : throw new PreconditionException($"{{precondition,{{not_present,<<\"{member.ToStringUtf8()}\">>}}}}");
        }

        var left = (dots ?? VersionVector.Empty).Without(context);
        return this with
        {
            Members = left.IsEmpty ? Members.Remove(member) : Members.SetItem(member, left),
            Deferred = Clock.Descends(context) ? Deferred : Deferred.SetItem(context, Deferred.GetValueOrDefault(context, NoMembers).Add(member)),
        };
    }

    private static ImmutableSortedSet<ByteString> NoMembers { get; } = ImmutableSortedSet.Create<ByteString>(ByteOrder.Instance);
}
