namespace ShellCorp.Silo.Drain;

/// <summary>First of all, nobody is to send anything new.</summary>
internal sealed class NotReadyStep(SiloReadiness readiness) : IDrainStep
{
    public DrainPhase Reaches => DrainPhase.NotReady;

    public Task RunAsync(CancellationToken cancellationToken)
    {
        readiness.NotReady("the silo leaves");
        return Task.CompletedTask;
    }
}
