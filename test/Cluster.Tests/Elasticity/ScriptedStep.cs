using ShellCorp.Silo.Drain;

namespace ShellCorp.Cluster.Tests.Elasticity;

/// <summary>A step that does what the test says.</summary>
internal sealed class ScriptedStep(DrainPhase reaches, Func<CancellationToken, Task> act) : IDrainStep
{
    public DrainPhase Reaches { get; } = reaches;

    public Task RunAsync(CancellationToken cancellationToken) => act(cancellationToken);
}
