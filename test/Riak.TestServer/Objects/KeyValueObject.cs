using System.Collections.Immutable;
using Riak.TestServer.Crdts;
using Riak.Wire;

namespace Riak.TestServer.Objects;

/// <summary>An object with its siblings and vector clock: a write replaces what its writer has seen, and stands beside the rest.</summary>
internal sealed record KeyValueObject(VersionVector Clock, ImmutableList<Sibling> Siblings) : IReplicated
{
    public static KeyValueObject Empty { get; } = new(VersionVector.Empty, []);

    /// <summary>Whether there is a value, not deletions alone.</summary>
    public bool Exists => Siblings.Any(sibling => !sibling.Deleted);

    public KeyValueObject Write(RpbContent content, VersionVector seen, string actor, bool keepSiblings)
    {
        var clock = Clock.Merge(seen);
        var dot = clock.Next(actor);
        var kept = Siblings.RemoveAll(sibling => seen.Covers(sibling.Dot));
        return new KeyValueObject(clock.With(dot), kept.Add(new(dot, content))).Reduce(keepSiblings);
    }

    public IReplicated MergeWith(IReplicated other)
    {
        var right = (KeyValueObject)other;
        var mine = Siblings.Where(sibling => right.Siblings.Any(theirs => theirs.Dot == sibling.Dot) || !right.Clock.Covers(sibling.Dot));
        var theirs = right.Siblings.Where(sibling => !Siblings.Any(own => own.Dot == sibling.Dot) && !Clock.Covers(sibling.Dot));
        return new KeyValueObject(
            Clock.Merge(right.Clock),
            [.. mine.Concat(theirs).OrderBy(sibling => sibling.Dot.Actor, StringComparer.Ordinal).ThenBy(sibling => sibling.Dot.Counter)]);
    }

    /// <summary>Without siblings the value with the latest server time stays.</summary>
    public KeyValueObject Reduce(bool keepSiblings) =>
        keepSiblings || Siblings.Count < 2 ? this : this with { Siblings = [Siblings.MaxBy(sibling => sibling.Time)!] };
}
