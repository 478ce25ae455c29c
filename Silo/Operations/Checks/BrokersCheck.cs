using Microsoft.Extensions.Diagnostics.HealthChecks;
using ShellCorp.Silo.Scaling;

namespace ShellCorp.Silo.Operations.Checks;

/// <summary>Healthy while the brokers answer what is asked of them every two seconds.</summary>
internal sealed class BrokersCheck(LagWatch lag) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lag.Read() switch
        {
            { Records: { } records } => HealthCheckResult.Healthy($"The brokers answer; {records} record(s) wait."),
            { Unknown: var reason } => HealthCheckResult.Unhealthy(reason),
        });
}
