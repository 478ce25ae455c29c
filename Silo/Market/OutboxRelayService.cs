using Microsoft.Extensions.Options;
using ShellCorp.Grains.Market;

namespace ShellCorp.Silo.Market;

/// <summary>Runs the relay for the parts of the outbox that this silo holds. Each part is held by one silo; when that ends, another takes it.</summary>
internal sealed class OutboxRelayService(
    MarketDatabase database, OutboxRelay relay, IOptions<OutboxOptions> options, TimeProvider clock, ILogger<OutboxRelayService> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Outbox.Parts).Select(part => Task.Run(() => ServeAsync(part, stoppingToken), stoppingToken)));

    private async Task ServeAsync(int part, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await HoldAsync(part, stoppingToken);
                await Task.Delay(options.Value.RetryInterval, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                logger.LogRelayFailed(failure, part, options.Value.RetryInterval);
                await Task.Delay(options.Value.RetryInterval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task HoldAsync(int part, CancellationToken stoppingToken)
    {
        await using var hold = await database.TryHoldAsync($"market/outbox/{part}", stoppingToken);
        if (hold is null)
            return;

        logger.LogPartTaken(part);
        while (await hold.IsHeldAsync(stoppingToken))
        {
            if (await relay.RunAsync(part, stoppingToken) == 0)
                await Task.Delay(options.Value.PollInterval, clock, stoppingToken);
        }

        logger.LogPartLost(part);
    }
}
