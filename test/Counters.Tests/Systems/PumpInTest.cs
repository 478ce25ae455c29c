using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ShellCorp.Grains.Counters;

namespace ShellCorp.Counters.Tests.Systems;

/// <summary>A pump as a silo has one, with short pauses.</summary>
internal sealed class PumpInTest : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public PumpInTest(ICounterStore store, MarksInMemory? marks = null)
    {
        Marks = marks ?? new();
        Pump = new(Marks, Options.Create(Short), TimeProvider.System, new(_services.GetRequiredService<IMeterFactory>()), NullLogger<CounterPump>.Instance, store);
    }

    public static CounterOptions Short => new()
    {
        GatherInterval = TimeSpan.FromMilliseconds(20),
        FirstCheck = TimeSpan.FromMilliseconds(50),
        SecondCheck = TimeSpan.FromMilliseconds(200),
        QuietCheck = TimeSpan.FromMilliseconds(500),
        LongestRetry = TimeSpan.FromMilliseconds(200),
        WatchInterval = TimeSpan.FromMilliseconds(500),
    };

    public CounterPump Pump { get; }

    public MarksInMemory Marks { get; }

    public void Dispose()
    {
        Pump.Dispose();
        _services.Dispose();
    }
}
