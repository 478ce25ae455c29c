using Orleans.Concurrency;

namespace ShellCorp.Cluster.Tests.Elasticity.Drains;

/// <summary>A grain that asks another while it is asked itself.</summary>
[Alias("test.meeting-grain")]
public interface IMeetingGrain : IGrainWithIntegerKey
{
    /// <summary>Waits until the test lets it go on, then asks the other grain.</summary>
    /// <returns>What the other says.</returns>
    [Alias("ask")]
    Task<string> AskAsync(GrainId other);

    /// <summary>Answers while the grain is waiting for an answer itself.</summary>
    [Alias("tell"), AlwaysInterleave]
    Task<string> TellAsync();
}
