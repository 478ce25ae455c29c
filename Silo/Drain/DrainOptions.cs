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

    /// <summary>How many activations a second move to other silos, at most. Default 1000: a silo with tens of thousands of them is empty in time.</summary>
    public int MigrationsPerSecond { get; set; } = 1000;

    /// <summary>
    /// How often a waiting call is passed on with its grain before it fails: a cluster that is rolled moves a grain from silo to silo, at worst
    /// onto each before that leaves.
    /// </summary>
    internal const int MovesOfACall = 16;

    /// <summary>What Orleans itself needs to stop, once nothing is left to do.</summary>
    internal static TimeSpan StopReserve { get; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the steps before the gateway's notice may take together.</summary>
    internal TimeSpan TimeForSteps => Timeout - GatewayNotice - StopReserve;

    /// <summary>How many activations are told to move at once, and how long after that the next ones are.</summary>
    internal (int AtOnce, TimeSpan Pause) MigrationPace
    {
        get
        {
            var atOnce = Math.Max(1, MigrationsPerSecond / 10);
            return (atOnce, TimeSpan.FromSeconds((double)atOnce / MigrationsPerSecond));
        }
    }
}
