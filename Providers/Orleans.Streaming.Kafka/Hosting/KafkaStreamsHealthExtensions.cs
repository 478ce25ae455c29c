using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Orleans.Streaming.Kafka;

namespace Orleans.Hosting;

/// <summary>Adds Kafka streams to a silo's health checks.</summary>
public static class KafkaStreamsHealthExtensions
{
    private static readonly TimeSpan DefaultTolerance = TimeSpan.FromMinutes(1);

    /// <summary>Adds a check that a provider's partitions on this silo move.</summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The provider's name.</param>
    /// <param name="tolerance">How long failures may hold a partition up before the silo counts as degraded. Default one minute.</param>
    /// <param name="tags">The check's tags.</param>
    public static IHealthChecksBuilder AddKafkaStreams(this IHealthChecksBuilder builder, string name, TimeSpan? tolerance = null, params IEnumerable<string> tags)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            $"kafka-streams-{name}",
            services => new KafkaStreamHealthCheck(
                services.GetRequiredKeyedService<IKafkaStreamStatus>(name), tolerance ?? DefaultTolerance, services.GetService<TimeProvider>() ?? TimeProvider.System),
            failureStatus: null,
            tags));
    }
}
