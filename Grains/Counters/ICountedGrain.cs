using Orleans.Concurrency;

namespace ShellCorp.Grains.Counters;

/// <summary>A grain whose fold is counted.</summary>
[Alias("shellcorp.counted")]
internal interface ICountedGrain : IGrainWithIntegerKey
{
    /// <summary>Checks the counters until they are exact, and takes the mark away then.</summary>
    [Alias("resume-counting.v1"), AlwaysInterleave]
    Task ResumeCountingAsync(long mark);
}
