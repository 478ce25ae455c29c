using ShellCorp.Grains.Log;

namespace ShellCorp.Grains.Tests.Clusters;

/// <summary>A log that is as full as the test says.</summary>
public sealed class SettableCapacity : ILogCapacity
{
    public TimeSpan? HoldBack { get; set; }
}
