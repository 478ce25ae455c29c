namespace ShellCorp.Silo.Counters;

/// <summary>Where counters are in Riak; section <c>ShellCorp:Riak</c>, beside the client's own options.</summary>
public sealed class RiakCounterOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Riak";

    /// <summary>The nodes; counters are in Riak where this is set.</summary>
    public const string HostsKey = $"{Section}:Hosts";

    /// <summary>A bucket type of data type <c>map</c>. Default <c>maps</c>.</summary>
    public string BucketType { get; set; } = "maps";

    /// <summary>The bucket of players' maps. Default <c>players</c>.</summary>
    public string Bucket { get; set; } = "players";

    /// <summary>
    /// Names this region's counters, such as <c>eu</c>; there is no default, since two regions of one name would take each other's counts for mistakes.
    /// </summary>
    public string Region { get; set; } = "";
}
