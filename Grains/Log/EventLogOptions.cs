namespace ShellCorp.Grains.Log;

/// <summary>How grains use the log.</summary>
public sealed class EventLogOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "ShellCorp:Log";

    /// <summary>
    /// How long a grain waits for the log to acknowledge; 20 seconds. Below Orleans's response time-out (30 s), so that a delivery fails as such
    /// and isn't repeated while it still runs.
    /// </summary>
    public TimeSpan AppendTimeout { get; set; } = TimeSpan.FromSeconds(20);
}
