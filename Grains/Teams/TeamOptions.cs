namespace ShellCorp.Grains.Teams;

/// <summary>How teams' performances are kept.</summary>
public sealed class TeamOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "ShellCorp:Teams";

    /// <summary>The least time between two deliveries stored; 250 ms. A batch of ratings waits for it, so that under load batches grow.</summary>
    public TimeSpan StoreInterval { get; set; } = TimeSpan.FromMilliseconds(250);
}
