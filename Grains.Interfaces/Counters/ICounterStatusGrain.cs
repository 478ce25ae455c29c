using Orleans.Concurrency;

namespace ShellCorp.Counters;

/// <summary>What silos tell of their counters; there is one, with key 0. It keeps nothing: who is told nothing of hears that all is current.</summary>
[Alias("shellcorp.counter-status")]
public interface ICounterStatusGrain : IGrainWithIntegerKey
{
    /// <summary>A silo's status; it counts for thirty seconds.</summary>
    /// <param name="silo">Names the silo.</param>
    /// <param name="status">Its status.</param>
    [Alias("report.v1")]
    Task ReportAsync(string silo, CounterStatus status);

    /// <summary>All silos' together.</summary>
    [Alias("get.v1"), AlwaysInterleave]
    Task<CounterStatus> GetAsync();
}
