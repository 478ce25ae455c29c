using System.Collections.Immutable;
using Riak.Wire;

namespace Riak.TestServer.Crdts;

/// <summary>A counter of its own key: for each actor what it added and what it took away; the larger of each wins.</summary>
internal sealed record PnCounter(ImmutableDictionary<string, (long Added, long Taken)> Actors) : ICrdt
{
    public static PnCounter Empty { get; } = new(ImmutableDictionary<string, (long Added, long Taken)>.Empty);

    public long Value => Actors.Values.Sum(actor => actor.Added - actor.Taken);

    public VersionVector Context => VersionVector.Empty;

    public ICrdt Merge(ICrdt other)
    {
        var actors = Actors;
        foreach (var (actor, (added, taken)) in ((PnCounter)other).Actors)
        {
            var mine = actors.GetValueOrDefault(actor);
            actors = actors.SetItem(actor, (Math.Max(mine.Added, added), Math.Max(mine.Taken, taken)));
        }

        return new PnCounter(actors);
    }

    public ICrdt Update(DtOp change, string actor, VersionVector? context, long microseconds)
    {
        var by = change.CounterOp.HasIncrement ? change.CounterOp.Increment : 1;
        var (added, taken) = Actors.GetValueOrDefault(actor);
        return new PnCounter(Actors.SetItem(actor, by > 0 ? (added + by, taken) : (added, taken - by)));
    }

    public string Describe() => $"{Value}";
}
