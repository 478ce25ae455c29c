using Microsoft.Extensions.Options;
using ShellCorp.Counters;
using ShellCorp.Grains.Counters;

namespace ShellCorp.Silo.Counters;

/// <summary>Tells how far this silo's counters are behind, and sees to those that a silo has left behind when it went.</summary>
internal sealed class CounterWatch(
    IGrainFactory grains, ILocalSiloDetails silo, CounterPump pump, IOptions<CounterOptions> options, TimeProvider clock, ILogger<CounterWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.WatchInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await grains.GetGrain<ICounterStatusGrain>(0).ReportAsync(silo.SiloAddress.ToString(), pump.Status);
                for (var part = 0; part < ICounterBacklogGrain.Parts; part++)
                    await grains.GetGrain<ICounterBacklogGrain>(part).LookAfterAsync();
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogNotLookedAfter(failure, options.Value.WatchInterval);
            }
        }
    }
}
