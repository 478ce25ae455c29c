namespace ShellCorp.Silo.Drain;

/// <summary>Announces the cordon. A silo that neither answers nor goes doesn't hold up the drain for longer than some seconds.</summary>
internal sealed class CordonStep(ICordon cordon, TimeProvider time) : IDrainStep
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public DrainPhase Reaches => DrainPhase.Cordoned;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await cordon.AnnounceAsync(either.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Not every silo has acknowledged the cordon within {Patience}.", exception);
        }
    }
}
