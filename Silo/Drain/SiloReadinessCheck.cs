using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ShellCorp.Silo.Drain;

/// <summary>Tells <see cref="SiloReadiness"/> as a health check.</summary>
internal sealed class SiloReadinessCheck(SiloReadiness readiness) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(readiness.Reason is { } reason ? HealthCheckResult.Unhealthy(reason) : HealthCheckResult.Healthy());
}
