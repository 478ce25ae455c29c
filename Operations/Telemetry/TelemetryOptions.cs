namespace ShellCorp.Operations.Telemetry;

/// <summary>Where traces and metrics are sent to; section <c>ShellCorp:Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ShellCorp:Telemetry";

    /// <summary>
    /// The collector's address, OTLP: <c>http://host:4317</c> for gRPC, <c>http://host:4318</c> for HTTP. Default: empty, and <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>
    /// is taken; where that isn't set either, nothing is sent and no spans are made.
    /// </summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary><c>grpc</c> or <c>http/protobuf</c>. Default <c>grpc</c>. <see cref="OtlpEndpoint"/>'s; the variables have <c>OTEL_EXPORTER_OTLP_PROTOCOL</c>.</summary>
    public string OtlpProtocol { get; set; } = Grpc;

    internal const string Grpc = "grpc";
    internal const string Http = "http/protobuf";
}
