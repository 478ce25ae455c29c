using System.ComponentModel.DataAnnotations;

namespace ShellCorp.Silo.Hosting;

/// <summary>Where a silo listens and whom it joins; section <c>ShellCorp:Silo</c>.</summary>
public sealed class ShellCorpSiloOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Silo";

    /// <summary>Names the cluster: silos and clients meet only under the same name. Default <c>shellcorp</c>.</summary>
    [Required] public string ClusterId { get; set; } = "shellcorp";

    /// <summary>The port on which silos talk to each other. Default 11111.</summary>
    [Range(1, 65535)] public int SiloPort { get; set; } = 11111;

    /// <summary>The port on which clients connect. Default 30000.</summary>
    [Range(1, 65535)] public int GatewayPort { get; set; } = 30000;

    /// <summary>
    /// The silo port of the first silo of an embedded cluster, on this machine; it keeps the list of members. Default: this silo's own, which
    /// makes it the first.
    /// </summary>
    [Range(1, 65535)] public int? PrimarySiloPort { get; set; }
}
