using System.Collections.Immutable;
using Riak.Wire;

namespace Riak.TestServer.Crdts;

/// <summary>A flag in a map: on as long as an enabling survives that no disabling has seen.</summary>
internal sealed record EnableFlag(VersionVector Clock, VersionVector Enablings, ImmutableHashSet<VersionVector> Deferred) : IEmbedded
{
    public static EnableFlag Empty { get; } = new(VersionVector.Empty, VersionVector.Empty, []);

    public bool Value => !Enablings.IsEmpty;

    public IEmbedded WithClock(VersionVector clock) => this with { Clock = clock };

    public IEmbedded Merge(IEmbedded other)
    {
        var right = (EnableFlag)other;
        var merged = new EnableFlag(
            Clock.Merge(right.Clock), VersionVector.Survivors(Enablings, Clock, right.Enablings, right.Clock), []);
        return Deferred.Union(right.Deferred).Aggregate(merged, (flag, context) => flag.Disable(context));
    }

    public IEmbedded Update(MapUpdate change, Origin origin)
    {
        if (change.FlagOp == MapUpdate.Types.FlagOp.Enable)
            return this with { Clock = Clock.With(origin.Dot), Enablings = Enablings.With(origin.Dot) };
        return origin.Context is { } context ? Disable(context) : this with { Enablings = VersionVector.Empty };
    }

    public void WriteTo(MapEntry entry) => entry.FlagValue = Value;

    public string Describe() => $"{Value}";

    // A disabling of what this replica hasn't seen yet waits until it has.
    private EnableFlag Disable(VersionVector context) =>
        this with { Enablings = Enablings.Without(context), Deferred = Clock.Descends(context) ? Deferred : Deferred.Add(context) };
}
