using ShellCorp.Grains.Placement;

namespace ShellCorp.Cluster.Tests.Elasticity;

/// <summary>Whether silos have any role.</summary>
internal sealed class FixedRoles(Dictionary<SiloAddress, bool?> roles) : ISiloRoles
{
    public bool? Has(SiloAddress silo, string role) => roles[silo];
}
