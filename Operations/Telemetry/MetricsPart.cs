using Microsoft.AspNetCore.Builder;
using OpenTelemetry.Metrics;
using ShellCorp.Operations.Admin;

namespace ShellCorp.Operations.Telemetry;

/// <summary><c>/metrics</c> in Prometheus's format.</summary>
internal sealed class MetricsPart(MeterProvider meters) : IAdminPart
{
    public void Map(WebApplication server) => server.MapPrometheusScrapingEndpoint("/metrics", meters, configureBranchedPipeline: null, optionsName: null);
}
