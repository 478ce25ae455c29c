using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ShellCorp.Silo.Operations.Checks;

/// <summary>Healthy while this silo is an active member of its cluster.</summary>
internal sealed class SiloActiveCheck(ISiloStatusOracle silos) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        silos.CurrentStatus == SiloStatus.Active
            ? HealthCheckResult.Healthy($"One of {silos.GetActiveSilos().Length} active silo(s).")
            : HealthCheckResult.Unhealthy($"The silo is {silos.CurrentStatus}."));
}
