using Microsoft.Extensions.Diagnostics.HealthChecks;
using ShellCorp.Web.Live;

namespace ShellCorp.Web.Operations;

/// <summary>
/// Unhealthy until the cluster has been reached once, so that a server that can't reach it doesn't take another's place; after that at worst
/// degraded, since pages that tell that they are old are better than none.
/// </summary>
internal sealed class ClusterCheck(LiveStore store) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        store.Connection switch
        {
            { Status: LiveStatus.Connecting } => HealthCheckResult.Unhealthy("The live hub has never been reached."),
            { Status: LiveStatus.Live } => HealthCheckResult.Healthy("Subscribed to the live hub."),
            { Status: var status, LastContact: var contact } => HealthCheckResult.Degraded($"{status}: the live hub was last heard at {contact:O}."),
        });
}
