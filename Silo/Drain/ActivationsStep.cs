using ShellCorp.Silo.Drain.Turns;

namespace ShellCorp.Silo.Drain;

/// <summary>
/// Moves activations to other silos at a limited rate, one silo at a time and one grain type after the other: a closing activation keeps its
/// callers waiting until its calls under way have ended, and two that wait for each other's answers must not both be closing.
/// </summary>
public sealed class ActivationsStep(
    ActivationBook activations, ICordon cordon, DrainTurn turn, DrainOptions options, TimeProvider time, ILogger<ActivationsStep> logger) : IDrainStep
{
    /// <summary>A grain may come back once, by a call that was on its way when others learned of the cordon; then it has no other place.</summary>
    private const int MovesOfAGrain = 2;

    private readonly Dictionary<GrainId, int> _moves = [];

    /// <inheritdoc/>
    public DrainPhase Reaches => DrainPhase.ActivationsMoved;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!cordon.HasSuccessor)
            return;
        await turn.TakeAsync(cancellationToken);
        try
        {
            await MoveAllAsync(cancellationToken);
        }
        finally
        {
            await turn.GiveBackAsync();
        }
    }

    private async Task MoveAllAsync(CancellationToken cancellationToken)
    {
        while (cordon.HasSuccessor && Movable() is { Count: > 0 } left)
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

        if (activations.ToSnapshot() is { Count: > 0 } staying)
            logger.LogNoOtherPlace(staying.Count);
    }

    private List<IGrainContext> Movable() => [.. activations.ToSnapshot().Where(activation => _moves.GetValueOrDefault(activation.GrainId) < MovesOfAGrain)];

    private async Task MoveAsync(IGrainContext[] wave, CancellationToken cancellationToken)
    {
        var (atOnce, pause) = options.MigrationPace;
        using var timer = new PeriodicTimer(pause, time);
        foreach (var some in wave.Chunk(atOnce))
        {
            foreach (var activation in some)
            {
                _moves[activation.GrainId] = _moves.GetValueOrDefault(activation.GrainId) + 1;
                activation.Migrate(requestContext: null, CancellationToken.None);
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }

        await Task.WhenAll(wave.Select(activation => activation.Deactivated)).WaitAsync(cancellationToken);
    }
}
