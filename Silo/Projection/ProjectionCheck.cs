using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ShellCorp.Silo.Projection;

/// <summary>Unhealthy where a partition stands still until somebody acts, degraded where failures have kept the projector for a minute.</summary>
internal sealed class ProjectionCheck(ProjectorStatus status, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Look());

    private HealthCheckResult Look()
    {
        var partitions = status.Partitions;
        var halted = partitions.Where(partition => partition.Halted is not null).ToList();
        if (halted.Count > 0)
            return HealthCheckResult.Unhealthy(string.Join(" ", halted.Select(partition => $"{partition.Topic} [{partition.Partition}] stands at {partition.Next}: {partition.Halted}")));
        var waiting = $"{partitions.Sum(partition => partition.Lag)} record(s) of {partitions.Length} partition(s) wait";
        return status.Failure is { } failure && time.GetUtcNow() - failure.Since > Tolerance
            ? HealthCheckResult.Degraded($"Nothing is projected since {failure.Since:O}, {waiting}: {failure.Reason}")
            : HealthCheckResult.Healthy($"{waiting}.");
    }
}
