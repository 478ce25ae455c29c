using Microsoft.Extensions.Options;
using Orleans.Runtime.MembershipService.SiloMetadata;
using ShellCorp.Grains.Placement;
using ShellCorp.Silo.Hosting;

namespace ShellCorp.Silo.Membership;

/// <summary>The roles that silos publish in their metadata, which Orleans fetches from each silo that joins.</summary>
public sealed class PublishedRoles(ISiloMetadataCache metadata, ILocalSiloDetails local, IOptions<ShellCorpSiloOptions> options) : ISiloRoles
{
    private const string Key = "shellcorp.roles";

    /// <inheritdoc/>
    public bool? Has(SiloAddress silo, string role)
    {
        // This silo's own needn't be fetched first.
        var roles = silo.Equals(local.SiloAddress) ? Text(options.Value) : metadata.GetSiloMetadata(silo).Metadata.GetValueOrDefault(Key);
        return roles is null ? null : Split(roles).Contains(role);
    }

    /// <summary>What a silo publishes.</summary>
    internal static Dictionary<string, string> Metadata(ShellCorpSiloOptions options) => new() { [Key] = Text(options) };

    /// <summary>The names in a setting.</summary>
    internal static string[] Split(string roles) => roles.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Text(ShellCorpSiloOptions options) => string.IsNullOrWhiteSpace(options.Roles) ? string.Join(',', SiloRole.All) : options.Roles;
}
