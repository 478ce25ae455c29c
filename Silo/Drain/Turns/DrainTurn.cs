namespace ShellCorp.Silo.Drain.Turns;

/// <summary>
/// Lets one silo of the cluster move its activations at a time: of two grains that wait for each other's answers, on two silos that leave, only
/// one is closing then.
/// </summary>
public sealed class DrainTurn(IGrainFactory grains, ILocalSiloDetails local, DrainOptions options, TimeProvider time, ILogger<DrainTurn> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(2);

    private IDrainTurnGrain Grain => grains.GetGrain<IDrainTurnGrain>(0);

    /// <summary>
    /// Waits for this silo's turn, for half of the drain's time at most: two that move at once are still better than activations that are left
    /// over.
    /// </summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.TimeForSteps / 2, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            if (await TryTakeAsync(either.Token))
                return;
            logger.LogWaitsForTurn();
            while (!await TryTakeAsync(either.Token))
                await Task.Delay(Pause, time, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogNoTurn();
        }
    }

    /// <summary>Lets the next one move. Where that fails, this silo's end does it.</summary>
    public async Task GiveBackAsync()
    {
        try
        {
            await Grain.GiveBackAsync(local.SiloAddress).WaitAsync(LongestGoodbye, time);
        }
        catch (Exception exception)
        {
            logger.LogTurnUnknown(exception);
        }
    }

    private async Task<bool> TryTakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Grain.TryTakeAsync(local.SiloAddress).WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogTurnUnknown(exception);
            return false;
        }
    }
}
