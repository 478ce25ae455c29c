using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace ShellCorp.Silo.Drain.Cordons;

/// <summary>Applies <see cref="CordonFilter"/>. Where only such silos are left, they still are better than none.</summary>
public sealed class CordonFilterDirector(CordonBook cordons) : IPlacementFilterDirector
{
    /// <inheritdoc/>
    public IEnumerable<SiloAddress> Filter(PlacementFilterStrategy filterStrategy, PlacementTarget target, IEnumerable<SiloAddress> silos)
    {
        SiloAddress[] candidates = [.. silos];
        SiloAddress[] staying = [.. candidates.Where(silo => !cordons.Contains(silo))];
        return staying.Length > 0 ? staying : candidates;
    }
}
