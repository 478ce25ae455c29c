namespace ShellCorp.Silo.Hosting;

/// <summary>Where a silo listens and whom it joins; section <c>ShellCorp:Silo</c>.</summary>
public sealed class ShellCorpSiloOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Silo";

    /// <summary>Names the cluster: silos and clients meet only under the same name. Default <c>shellcorp</c>.</summary>
    public string ClusterId { get; set; } = "shellcorp";

    /// <summary>Names the service: its state is found by this name, also by the cluster that follows this one. Default <c>shellcorp</c>.</summary>
    public string ServiceId { get; set; } = "shellcorp";

    /// <summary>The port on which silos talk to each other. Default 11111.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>The port on which clients connect. Default 30000.</summary>
    public int GatewayPort { get; set; } = 30000;

    /// <summary>
    /// The IP address under which others reach this silo, where the membership is in ZooKeeper. Default: the machine's first that isn't
    /// loopback. With a loopback address the silo listens to this machine only.
    /// </summary>
    public string? AdvertisedAddress { get; set; }

    /// <summary>
    /// The silo port of the first silo of an embedded cluster, on this machine; it keeps the list of members. Default: this silo's own, which
    /// makes it the first.
    /// </summary>
    public int? PrimarySiloPort { get; set; }

    /// <summary>
    /// The roles of this silo, separated by commas: <c>matches</c>, <c>ratings</c>, <c>live</c>, <c>oltp</c>. Default: all. Grains of a role are placed
    /// on silos that have it, and nowhere else.
    /// </summary>
    public string? Roles { get; set; }
}
