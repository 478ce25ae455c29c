using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ShellCorp.Operations.Admin;

namespace ShellCorp.Operations.Telemetry;

/// <summary>Adds metrics and traces to a process.</summary>
public static class TelemetryHosting
{
    // Of .NET itself: garbage collection, thread pool and exceptions; requests; connections.
    private static readonly string[] Runtime = ["System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];

    /// <summary>Whether spans are made, since there is somebody to send them to.</summary>
    public static bool HasTraces(this IConfiguration configuration) => OtlpTarget.Read(configuration).IsSet;

    /// <summary>
    /// Metrics, for <c>/metrics</c> where there is an admin port and by OTLP where a collector is set; traces where a collector is set. Without
    /// either nothing is measured.
    /// </summary>
    public static IHostApplicationBuilder AddTelemetry(this IHostApplicationBuilder builder, TelemetrySources sources)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(sources);
        var target = OtlpTarget.Read(builder.Configuration);
        var isScraped = builder.Configuration.HasAdmin();
        if (!isScraped && !target.IsSet)
            return builder;
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(sources.Service, serviceInstanceId: Environment.MachineName))
            .WithMetrics(metrics => Measure(metrics, sources, isScraped, target));
        if (isScraped)
            builder.Services.AddSingleton<IAdminPart, MetricsPart>();
        if (target.IsSet)
            Trace(telemetry, sources, target);
        return builder;
    }

    private static void Measure(MeterProviderBuilder metrics, TelemetrySources sources, bool isScraped, OtlpTarget target)
    {
        metrics.AddMeter(Runtime).AddMeter([.. sources.Meters]);
        if (isScraped)
            metrics.AddPrometheusExporter();
        if (target.IsSet)
            metrics.AddOtlpExporter(exporter => target.Apply(exporter, "v1/metrics"));
    }

    private static void Trace(OpenTelemetryBuilder telemetry, TelemetrySources sources, OtlpTarget target) => telemetry.WithTracing(traces => traces
        .AddAspNetCoreInstrumentation()
        .AddSource([.. sources.Activities])
        .AddOtlpExporter(exporter => target.Apply(exporter, "v1/traces")));
}
