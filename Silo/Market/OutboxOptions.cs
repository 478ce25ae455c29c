namespace ShellCorp.Silo.Market;

/// <summary>How events of the market come to the log; section <c>ShellCorp:Outbox</c>.</summary>
public sealed class OutboxOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Outbox";

    /// <summary>How long to wait before looking again where there was nothing to send: 1 ms to a minute. Default 250 ms.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long to wait after a failure, or where another silo holds a part: 1 ms to a minute. Default a second.</summary>
    public TimeSpan RetryInterval { get; set; } = TimeSpan.FromSeconds(1);
}
