using Orleans.Metadata;
using Orleans.Placement;

namespace ShellCorp.Grains.Placement;

/// <summary>
/// Leaves the silos that have a role. Orleans's own filters by metadata compare with the calling silo's, which need not have the role.
/// </summary>
public sealed class SiloRoleFilter : PlacementFilterStrategy
{
    private const string RoleKey = "role";

    /// <summary>Filters of one grain are told apart by their order.</summary>
    private const int FilterOrder = 100;

    /// <summary>For Orleans, which then reads the role from the grain's properties.</summary>
    public SiloRoleFilter()
        : this("")
    {
    }

    /// <summary>For a role.</summary>
    public SiloRoleFilter(string role)
        : base(FilterOrder) => Role = role;

    /// <summary>The role.</summary>
    public string Role { get; private set; }

    /// <inheritdoc/>
    public override void AdditionalInitialize(GrainProperties properties) => Role = GetPlacementFilterGrainProperty(RoleKey, properties) ?? Role;

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, string>> GetAdditionalGrainProperties(
        IServiceProvider services, Type grainClass, GrainType grainType, IReadOnlyDictionary<string, string> existingProperties) => [KeyValuePair.Create(RoleKey, Role)];
}
