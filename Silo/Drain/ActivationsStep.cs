namespace ShellCorp.Silo.Drain;

/// <summary>
/// Moves activations to other silos at a limited rate, one grain type after the other: a closing activation keeps its callers waiting until
/// its calls under way have ended, and two that wait for each other's answers must not both be closing.
/// </summary>
public sealed class ActivationsStep(ActivationBook activations, ICordon cordon, DrainOptions options, TimeProvider time, ILogger<ActivationsStep> logger) : IDrainStep
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public DrainPhase Reaches => DrainPhase.ActivationsMoved;

    /// <summary>Until none is left: calls that were on their way when others learned of the cordon may bring new ones.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (cordon.HasSuccessor && activations.ToSnapshot() is { Count: > 0 } left)
        {
            // Silos that have joined since must know too.
            await cordon.AnnounceAsync(cancellationToken);
            foreach (var wave in left.GroupBy(activation => activation.GrainId.Type))
            {
                IGrainContext[] moving = [.. wave];
                logger.LogMoving(moving.Length, wave.Key);
                await MoveAsync(moving, cancellationToken);
            }
        }
    }

    private async Task MoveAsync(IGrainContext[] activations, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        var atOnce = (int)Math.Ceiling(options.MigrationsPerSecond * Tick.TotalSeconds);
        foreach (var some in activations.Chunk(atOnce))
        {
            foreach (var activation in some)
                activation.Migrate(requestContext: null, CancellationToken.None);
            await timer.WaitForNextTickAsync(cancellationToken);
        }

        await Task.WhenAll(activations.Select(activation => activation.Deactivated)).WaitAsync(cancellationToken);
    }
}
