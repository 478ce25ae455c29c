namespace ShellCorp.Web.Live;

/// <summary>How this server keeps its subscription to the live hub; section <c>ShellCorp:LiveConnection</c>.</summary>
public sealed class LiveConnectorOptions
{
    /// <summary>The section.</summary>
    public const string Section = "ShellCorp:LiveConnection";

    /// <summary>After how much silence the hub is asked whether it is still the same; finds a lost hub between two renewals. Default 10 s.</summary>
    public TimeSpan QuietProbe { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one call to the hub may take. Default 10 s.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait before the first new attempt after a failure; doubles up to <see cref="MaxRetryDelay"/>. Default 500 ms.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between two attempts. Default 5 s.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Without contact for longer than this, pages call their numbers stale. Default 15 s.</summary>
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromSeconds(15);
}
