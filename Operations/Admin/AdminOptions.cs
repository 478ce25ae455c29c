namespace ShellCorp.Operations.Admin;

/// <summary>Where a process answers its operators: health, metrics and what else it has for them; section <c>ShellCorp:Admin</c>.</summary>
public sealed class AdminOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Admin";

    /// <summary>The port; 0 takes one that is free, which the log tells. Default: not set, and nothing is served.</summary>
    public int? Port { get; set; }

    /// <summary>
    /// The IP address that it listens on. Default <c>127.0.0.1</c>, this machine only: whoever reaches the port reads health and metrics.
    /// </summary>
    public string Address { get; set; } = "127.0.0.1";
}
