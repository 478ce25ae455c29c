using Microsoft.Extensions.Diagnostics.HealthChecks;
using ShellCorp.Grains.Counters;

namespace ShellCorp.Silo.Operations.Checks;

/// <summary>Degraded, never unhealthy, while counters can't be sent: ratings go on without them.</summary>
internal sealed class CountersCheck(CounterPump counters) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        counters.Status switch
        {
            { Problem: { } problem } status => HealthCheckResult.Degraded($"The counters are behind by {status.Behind} update(s) of {status.Players} player(s): {problem}"),
            var status => HealthCheckResult.Healthy($"{status.Behind} update(s) are on their way to the counters."),
        });
}
