using Microsoft.Extensions.DependencyInjection;
using ShellCorp.Counters;
using ShellCorp.Grains.Timing;

namespace ShellCorp.Grains.Counters;

/// <summary>Adds up what silos tell.</summary>
internal sealed class CounterStatusGrain([FromKeyedServices(GrainClock.Key)] TimeProvider clock) : Grain, ICounterStatusGrain
{
    private static readonly TimeSpan Validity = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, (CounterStatus Status, long At)> _silos = new(StringComparer.Ordinal);

    public Task ReportAsync(string silo, CounterStatus status)
    {
        _silos[silo] = (status, clock.GetTimestamp());
        foreach (var gone in _silos.Where(told => clock.GetElapsedTime(told.Value.At) > Validity).ToList())
            _silos.Remove(gone.Key);
        return Task.CompletedTask;
    }

    public Task<CounterStatus> GetAsync() => Task.FromResult(
        _silos.Values.Where(told => clock.GetElapsedTime(told.At) <= Validity).Aggregate(CounterStatus.Current, (sum, told) => sum + told.Status));
}
