using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ShellCorp.Silo.Operations.Checks;

/// <summary>
/// Unhealthy once the cluster has declared this silo dead: it never gets back in but as another process. A silo that leaves of its own accord
/// is dead to the others too, and nothing of that is to be healed.
/// </summary>
internal sealed class SiloAliveCheck(ISiloStatusOracle silos, IHostApplicationLifetime process) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        silos.CurrentStatus == SiloStatus.Dead && !process.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Unhealthy("The cluster has declared this silo dead.")
            : HealthCheckResult.Healthy($"The silo is {silos.CurrentStatus}."));
}
