using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace ShellCorp.Grains.Placement;

/// <summary>Applies <see cref="SiloRoleFilter"/>. Silos whose roles nobody has told yet wait until they are known.</summary>
internal sealed class SiloRoleFilterDirector(ISiloRoles roles) : IPlacementFilterDirector
{
    /// <exception cref="NoSiloOfRoleException">No silo that is up has the role.</exception>
    public IEnumerable<SiloAddress> Filter(PlacementFilterStrategy filterStrategy, PlacementTarget target, IEnumerable<SiloAddress> silos)
    {
        var role = ((SiloRoleFilter)filterStrategy).Role;
        SiloAddress[] candidates = [.. silos];
        SiloAddress[] having = [.. candidates.Where(silo => roles.Has(silo, role) == true)];
        return having.Length > 0 ? having : throw new NoSiloOfRoleException(role, target.GrainIdentity, candidates.Count(silo => roles.Has(silo, role) is null));
    }
}
