using Orleans.Placement.Rebalancing;

namespace ShellCorp.Silo.Drain;

/// <summary>Rebalancing heeds no placement filter, and would bring back what has just left.</summary>
internal sealed class RebalancingStep(IActivationRebalancer rebalancer, DrainOptions options) : IDrainStep
{
    public DrainPhase Reaches => DrainPhase.RebalancingSuspended;

    /// <summary>It resumes by itself once this silo is gone for certain.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => rebalancer.SuspendRebalancing(options.Timeout).WaitAsync(cancellationToken);
}
