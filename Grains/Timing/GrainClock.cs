namespace ShellCorp.Grains.Timing;

/// <summary>The clock of the domain.</summary>
public static class GrainClock
{
    /// <summary>
    /// Key of the <see cref="TimeProvider"/> that paces publishing and leases. One of its own, so that a test can drive it while Orleans's own
    /// timers run on.
    /// </summary>
    public const string Key = "shellcorp.clock";
}
