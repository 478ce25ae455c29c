namespace ShellCorp.Silo.Operations.Dashboard;

/// <summary>Who may look at Orleans's dashboard; section <c>ShellCorp:Admin:Dashboard</c>.</summary>
public sealed class DashboardAccessOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Admin:Dashboard";

    /// <summary>
    /// The name that a browser asks for. Default: not set. There is no dashboard then but in Development, where it is open to this machine.
    /// </summary>
    public string User { get; set; } = "";

    /// <summary>The password, of twelve characters at least. Never logged.</summary>
    [Redact] public string Password { get; set; } = "";
}
