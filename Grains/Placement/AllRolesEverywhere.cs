namespace ShellCorp.Grains.Placement;

/// <summary>The rule of a host that knows of no roles.</summary>
internal sealed class AllRolesEverywhere : ISiloRoles
{
    public bool? Has(SiloAddress silo, string role) => true;
}
