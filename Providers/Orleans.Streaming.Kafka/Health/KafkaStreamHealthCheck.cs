using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// Tells whether a provider's partitions on this silo move: unhealthy if one is halted, degraded if one has been held up by failures for
/// longer than tolerated. What holds them up is in the description.
/// </summary>
internal sealed class KafkaStreamHealthCheck(IKafkaStreamStatus status, TimeSpan tolerance, TimeProvider time) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var partitions = status.GetPartitions();
        var held = partitions.Where(partition => partition.IsHalted || time.GetUtcNow() - partition.StalledSince > tolerance).ToList();
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["partitions"] = partitions.Count,
            ["lag"] = partitions.Sum(partition => partition.Lag),
            ["dead-lettered"] = status.DeadLettered,
        };
        if (held.Count == 0)
            return Task.FromResult(HealthCheckResult.Healthy($"{partitions.Count} partition(s) of provider '{status.Provider}' move.", data));
        var description = string.Join(" ", held.Select(partition => $"{partition.Topic} [{partition.Partition}] stands at {partition.Watermark} since {partition.StalledSince:O}: {partition.StallReason}"));
        return Task.FromResult(held.Exists(partition => partition.IsHalted)
            ? HealthCheckResult.Unhealthy(description, data: data)
            : HealthCheckResult.Degraded(description, data: data));
    }
}
