using System.Collections.Immutable;
using Riak.Wire;

namespace Riak.TestServer.Crdts;

/// <summary>
/// A counter in a map: for each actor its last event with what it added and took away until then. The later event of an actor wins as a
/// whole, so an increment made beside a removal of the field keeps what that actor had counted before.
/// </summary>
internal sealed record EmbeddedCounter(VersionVector Clock, ImmutableSortedDictionary<string, (long Event, long Added, long Taken)> Actors) : IEmbedded
{
    public static EmbeddedCounter Empty { get; } =
        new(VersionVector.Empty, ImmutableSortedDictionary.Create<string, (long Event, long Added, long Taken)>(StringComparer.Ordinal));

    public long Value => Actors.Values.Sum(actor => actor.Added - actor.Taken);

    public IEmbedded WithClock(VersionVector clock) => this with { Clock = clock };

    public IEmbedded Merge(IEmbedded other)
    {
        var right = (EmbeddedCounter)other;
        var actors = Empty.Actors.ToBuilder();
        foreach (var (actor, mine) in Actors)
        {
            if (right.Actors.TryGetValue(actor, out var theirs))
                actors[actor] = theirs.Event > mine.Event ? theirs : mine;
            else if (!right.Clock.Covers(new(actor, mine.Event)))
                actors[actor] = mine;
        }

        foreach (var (actor, theirs) in right.Actors)
        {
            if (!Actors.ContainsKey(actor) && !Clock.Covers(new(actor, theirs.Event)))
                actors[actor] = theirs;
        }

        return new EmbeddedCounter(Clock.Merge(right.Clock), actors.ToImmutable());
    }

    public IEmbedded Update(MapUpdate change, Origin origin)
    {
        var by = change.CounterOp.HasIncrement ? change.CounterOp.Increment : 1;
        var (actor, number) = origin.Dot;
        var (_, added, taken) = Actors.GetValueOrDefault(actor);
        return new EmbeddedCounter(
            Clock.With(origin.Dot), Actors.SetItem(actor, by > 0 ? (number, added + by, taken) : (number, added, taken - by)));
    }

    public void WriteTo(MapEntry entry) => entry.CounterValue = Value;

    public string Describe() => $"{Value}";
}
