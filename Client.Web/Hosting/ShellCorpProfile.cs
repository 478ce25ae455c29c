namespace ShellCorp.Web.Hosting;

/// <summary>The profile that this process runs in.</summary>
/// <param name="Name">The value of <c>ShellCorp:Profile</c>.</param>
public sealed record ShellCorpProfile(string Name)
{
    /// <summary>Whether everything is kept in memory and is gone when the process stops.</summary>
    public bool KeepsNothing => !string.Equals(Name, "Cluster", StringComparison.OrdinalIgnoreCase);
}
