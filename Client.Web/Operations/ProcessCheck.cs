using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ShellCorp.Web.Operations;

/// <summary>A web server that answers is alive: nothing that it depends on is healed by starting it anew.</summary>
internal sealed class ProcessCheck : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(HealthCheckResult.Healthy("The process answers."));
}
