namespace ShellCorp.Grains.Ingest;

/// <summary>How much the door lets in.</summary>
public sealed class IngestOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "ShellCorp:Ingest";

    /// <summary>How many events of a silo may wait for the log at once; 20,000. More are deferred.</summary>
    public int EventsInFlight { get; set; } = 20_000;

    /// <summary>When to send deferred events again where the log doesn't say; 1 second.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a line-up is held for checking events against it; 1 minute. An event that doesn't fit it is checked against a fresh one.</summary>
    public TimeSpan SheetLifetime { get; set; } = TimeSpan.FromMinutes(1);
}
