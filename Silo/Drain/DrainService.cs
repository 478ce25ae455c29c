namespace ShellCorp.Silo.Drain;

/// <summary>Drains when the host is told to stop and before anything of it stops.</summary>
internal sealed class DrainService(DrainSequence sequence, SiloReadiness readiness) : IHostedLifecycleService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        readiness.Ready();
        return Task.CompletedTask;
    }

    /// <summary>A silo that has never served has nothing to hand over.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => readiness.IsReady ? sequence.RunAsync(cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
