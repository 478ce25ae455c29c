namespace ShellCorp.Grains.Counters;

/// <summary>When players' counters are sent and checked; section <c>ShellCorp:Counters</c>.</summary>
public sealed class CounterOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "ShellCorp:Counters";

    /// <summary>The least time between two additions to one player's counters; 250 ms. What happens meanwhile is gathered.</summary>
    public TimeSpan GatherInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>When counters are checked after an addition whose outcome isn't known, or after a check that found them wrong; then after <see cref="SecondCheck"/>. 1 s.</summary>
    public TimeSpan FirstCheck { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The pause before the second check; 15 s, beyond the time that a request may take.</summary>
    public TimeSpan SecondCheck { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long nothing must have been counted for the last check, after which the counters are taken for exact; 2 min.</summary>
    public TimeSpan QuietCheck { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The longest pause between attempts while the counters can't be reached; 10 s. The first pause is <see cref="FirstCheck"/>.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a silo reports how far its counters are behind, and looks after counters that another silo has left behind; 10 s.</summary>
    public TimeSpan WatchInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many players' counters a silo sends or checks at a time; 16.</summary>
    public int Concurrency { get; set; } = 16;
}
