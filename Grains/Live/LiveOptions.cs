namespace ShellCorp.Grains.Live;

/// <summary>How what changes reaches the web servers.</summary>
public sealed class LiveOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "ShellCorp:Live";

    /// <summary>The least time between two messages of a grain to the hub, and of the hub to a web server; 250 ms.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How often a grain tells the hub about itself without a change, while its match is played; 15 seconds. A hub that was activated anew
    /// hears everything within this time.
    /// </summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How many finished matches the hub keeps, those that changed last; 20.</summary>
    public int FinishedMatches { get; set; } = 20;

    /// <summary>How many matches the hub keeps at all; 500. Beyond, the one that changed longest ago goes.</summary>
    public int Matches { get; set; } = 500;
}
