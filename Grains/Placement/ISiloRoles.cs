namespace ShellCorp.Grains.Placement;

/// <summary>Who has which role; the host knows.</summary>
public interface ISiloRoles
{
    /// <summary>Whether a silo has a role; null while nobody knows.</summary>
    bool? Has(SiloAddress silo, string role);
}
