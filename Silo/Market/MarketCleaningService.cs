using Microsoft.Extensions.Options;
using ShellCorp.Grains.Market;

namespace ShellCorp.Silo.Market;

/// <summary>Has one silo at a time take out of the market's tables what has been kept for long enough.</summary>
internal sealed class MarketCleaningService(
    MarketDatabase database, MarketCleaning cleaning, IOptions<MarketOptions> options, TimeProvider clock, ILogger<MarketCleaningService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.CleaningInterval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await CleanAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The silo stops; what is left is another's, or tomorrow's.
            return;
        }
    }

    private async Task CleanAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var hold = await database.TryHoldAsync("market/cleaning", stoppingToken);
            if (hold is not null && await cleaning.RunAsync(stoppingToken) is > 0 and var gone)
                logger.LogCleaned(gone);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogCleaningFailed(failure, options.Value.CleaningInterval);
        }
    }
}
