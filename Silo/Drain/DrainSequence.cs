namespace ShellCorp.Silo.Drain;

/// <summary>
/// Takes the steps of a drain in their order and within its time. A silo that was told to go goes: a step that fails is told of in the log and
/// doesn't hold up the next.
/// </summary>
public sealed class DrainSequence(IEnumerable<IDrainStep> steps, DrainOptions options, TimeProvider time, ILogger<DrainSequence> logger)
{
    private readonly IDrainStep[] _steps = [.. steps.OrderBy(step => step.Reaches)];
    private volatile int _phase;

    /// <summary>How far the silo is.</summary>
    public DrainPhase Phase => (DrainPhase)_phase;

    /// <summary>Takes all steps.</summary>
    /// <param name="cancellationToken">Cancelled when the host doesn't wait any longer.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.TimeForSteps, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var since = time.GetTimestamp();
        logger.LogDrainBegins(options.TimeForSteps);
        foreach (var step in _steps)
            await TakeAsync(step, either.Token);
        logger.LogDrainEnds(time.GetElapsedTime(since));
        _phase = (int)DrainPhase.Stopping;
    }

    private async Task TakeAsync(IDrainStep step, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await step.RunAsync(cancellationToken);
            _phase = (int)step.Reaches;
            logger.LogStepTaken(step.Reaches, time.GetElapsedTime(since));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            logger.LogStepCutShort(step.Reaches, time.GetElapsedTime(since));
        }
        catch (Exception exception)
        {
            logger.LogStepFailed(exception, step.Reaches, time.GetElapsedTime(since));
        }
    }
}
