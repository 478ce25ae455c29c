namespace ShellCorp.Silo.Drain;

/// <summary>How a silo leaves; section <c>ShellCorp:Drain</c>.</summary>
public sealed class DrainOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Drain";

    /// <summary>
    /// From the signal to the end of the process, at most. Whoever sends the signal must wait longer before killing. What isn't done by then is
    /// cut short: calls under way fail, and records under way are delivered again by others. Default 60 s.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long clients are given to leave this silo's gateway, while it still passes on answers: calls that take longer can fail. From 5 s to
    /// 45 s, since clients forget the notice after a minute. Default 10 s.
    /// </summary>
    public TimeSpan GatewayNotice { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many activations a second move to other silos, at most. Default 200.</summary>
    public int MigrationsPerSecond { get; set; } = 200;

    /// <summary>What Orleans itself needs to stop, once nothing is left to do.</summary>
    internal static TimeSpan StopReserve { get; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the steps before the gateway's notice may take together.</summary>
    internal TimeSpan TimeForSteps => Timeout - GatewayNotice - StopReserve;
}
