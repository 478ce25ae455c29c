namespace ShellCorp.Silo.Projection;

/// <summary>How the log is projected into tables; section <c>ShellCorp:Projection</c>.</summary>
public sealed class ProjectionOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Projection";

    /// <summary>How many records one transaction takes at most: 1 to 100,000. Default 5,000.</summary>
    public int BatchRecords { get; set; } = 5_000;

    /// <summary>
    /// Lets a replay put tables in place that lack what the log keeps no longer. Default false: it is refused, since the tables that are there may
    /// be all that is left of it.
    /// </summary>
    public bool ReplayWithoutForgotten { get; set; }

    /// <summary>The wait before the first retry after a failure; it doubles with every further one. 1 ms to a minute. Default 100 ms.</summary>
    public TimeSpan RetryBackoffMin { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait between retries, to ten minutes. Default 10 s.</summary>
    public TimeSpan RetryBackoffMax { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a transaction may take, one second to two minutes; then it is rolled back and tried again. Default 30 s.</summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
