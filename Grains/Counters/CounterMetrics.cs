using System.Diagnostics.Metrics;
using ShellCorp.Grains.Metrics;

namespace ShellCorp.Grains.Counters;

/// <summary>What is measured of counters, on the project's meter.</summary>
internal sealed class CounterMetrics
{
    private readonly Meter _meter;
    private readonly Counter<long> _added;
    private readonly Counter<long> _unknown;
    private readonly Counter<long> _corrected;

    public CounterMetrics(IMeterFactory factory)
    {
#pragma warning disable CA2000 // The factory owns the meters it makes and disposes them with the host.
        _meter = factory.Create(GrainMetrics.MeterName);
#pragma warning restore CA2000
        _added = _meter.CreateCounter<long>("shellcorp.counters.added", "{addition}", "Additions to players' counters that were acknowledged.");
        _unknown = _meter.CreateCounter<long>("shellcorp.counters.unknown", "{addition}", "Additions of which nobody knows what became.");
        _corrected = _meter.CreateCounter<long>("shellcorp.counters.corrected", "{check}", "Checks that found counters to differ from the totals.");
    }

    /// <summary>Lets the number of applied events that counters don't show yet be read.</summary>
    public void Observe(Func<long> behind) =>
        _meter.CreateObservableGauge("shellcorp.counters.behind", behind, "{event}", "Applied events that the counters don't show for certain yet.");

    public void Added() => _added.Add(1);

    public void Unknown() => _unknown.Add(1);

    public void Corrected() => _corrected.Add(1);
}
