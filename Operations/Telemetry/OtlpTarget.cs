using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;

namespace ShellCorp.Operations.Telemetry;

/// <summary>Where traces and metrics go, if anywhere.</summary>
/// <param name="IsSet">Whether anything is sent.</param>
/// <param name="Own">What <c>ShellCorp:Telemetry</c> says; null where OpenTelemetry's own variables do, which its exporter reads itself.</param>
internal sealed record OtlpTarget(bool IsSet, TelemetryOptions? Own)
{
    private const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static OtlpTarget Read(IConfiguration configuration)
    {
        var options = TelemetryOptionsValidator.Read(configuration);
        return options.OtlpEndpoint.Length > 0 ? new(IsSet: true, options) : new(!string.IsNullOrWhiteSpace(configuration[Variable]), Own: null);
    }

    /// <summary>Sets an exporter.</summary>
    /// <param name="exporter">The exporter's options.</param>
    /// <param name="path">The signal's path, which HTTP has below the collector's address.</param>
    public void Apply(OtlpExporterOptions exporter, string path)
    {
        if (Own is null)
            return;
        var isHttp = Own.OtlpProtocol == TelemetryOptions.Http;
        exporter.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = isHttp ? new($"{Own.OtlpEndpoint.TrimEnd('/')}/{path}") : new(Own.OtlpEndpoint);
    }
}
