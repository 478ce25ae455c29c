namespace ShellCorp.Web.Hosting;

/// <summary>How a web server of its own finds the cluster; section <c>ShellCorp:Orleans</c>.</summary>
public sealed class ClusterClientOptions
{
    /// <summary>The section.</summary>
    public const string Section = "ShellCorp:Orleans";

    /// <summary>The gateway where none is given and no ZooKeeper knows any.</summary>
    public const string DefaultGateway = "127.0.0.1:30000";

    /// <summary>
    /// Gateways of silos, each <c>address:port</c> with an IP address. Default: those that ZooKeeper knows where <c>ShellCorp:ZooKeeper</c> is
    /// set, and otherwise <see cref="DefaultGateway"/>.
    /// </summary>
    public IList<string> Gateways { get; } = [];

    /// <summary>Orleans's cluster id. Default <c>shellcorp</c>.</summary>
    public string ClusterId { get; set; } = "shellcorp";

    /// <summary>Orleans's service id. Default <c>shellcorp</c>.</summary>
    public string ServiceId { get; set; } = "shellcorp";

    /// <summary>The wait between two attempts to reach the cluster. Default 2 s.</summary>
    public TimeSpan ConnectRetry { get; set; } = TimeSpan.FromSeconds(2);
}
