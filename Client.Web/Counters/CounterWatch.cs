using ShellCorp.Counters;

namespace ShellCorp.Web.Counters;

/// <summary>Knows how far the counters are behind: one question every two seconds, for all pages of this web server.</summary>
public sealed partial class CounterWatch(IGrainFactory grains, TimeProvider time, ILogger<CounterWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>What the cluster said last. While it doesn't answer that stays; pages tell that by other means.</summary>
    public CounterStatus Status { get; private set; } = CounterStatus.Current;

    /// <summary>Raised, on any thread, when the status is another one.</summary>
    public event EventHandler? Changed;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                Take(await grains.GetGrain<ICounterStatusGrain>(0).GetAsync());
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogUnknown(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Take(CounterStatus status)
    {
        if (status == Status)
            return;
        Status = status;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    [LoggerMessage(61, LogLevel.Debug, "How far the counters are behind is unknown")]
    private partial void LogUnknown(Exception exception);
}
