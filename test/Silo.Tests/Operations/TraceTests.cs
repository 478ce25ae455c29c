using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace ShellCorp.Silo.Tests.Operations;

public sealed class TraceTests
{
    [Fact]
    public async Task One_trace_goes_from_the_door_over_the_log_into_the_grain()
    {
        await using var collector = await OtlpCollector.StartHttpAsync();
        var spans = new ConcurrentBag<Activity>();
        await using var silo = await OperatedSilo.StartAsync(
            new()
            {
                ["ShellCorp:Telemetry:OtlpEndpoint"] = collector.Address,
                ["ShellCorp:Telemetry:OtlpProtocol"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            },
            builder => builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(new SimpleActivityExportProcessor(new SpanBag(spans)))));
        using var source = new ActivitySource("ShellCorp.Silo");
        using var post = source.StartActivity("post")!;

        await Passes.SendAsync(silo.Grains, count: 1);
        await Passes.AppliedAsync(silo.Grains, count: 1);

        var way = await Eventually.HoldsAsync(
            "the whole way in one trace",
            () => Task.FromResult(new Trace([.. spans.Where(span => span.TraceId == post.TraceId)])),
            trace => trace.Has("IIngestGrain/IngestAsync") && trace.Has("append") && trace.Has("process PlayerUpdates") && trace.Has("IStreamConsumerExtension/DeliverBatch"));
        Assert.Equal(["append"], way.Above("process PlayerUpdates").Take(1));
        Assert.Contains("IIngestGrain/IngestAsync", way.Above("append"));
        Assert.Contains("process PlayerUpdates", way.Above("IStreamConsumerExtension/DeliverBatch"));
        await collector.ReceivedAsync("/v1/traces", "shellcorp-silo");
        await collector.ReceivedAsync("/v1/metrics", "shellcorp.ratings.events_applied");
    }

    [Fact]
    public async Task Traces_and_metrics_go_to_a_collector_by_gRPC_where_nothing_else_is_said()
    {
        await using var collector = await OtlpCollector.StartGrpcAsync();
        await using var silo = await OperatedSilo.StartAsync(new()
        {
            ["ShellCorp:Telemetry:OtlpEndpoint"] = collector.Address,
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        });

        await Passes.SendAsync(silo.Grains, count: 1);

        await collector.ReceivedAsync("/opentelemetry.proto.collector.trace.v1.TraceService/Export", "IIngestGrain/IngestAsync");
        await collector.ReceivedAsync("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", "shellcorp.ingest.events");
    }

    /// <summary>The spans of one trace.</summary>
    private sealed record Trace(ImmutableArray<Activity> Spans)
    {
        public bool Has(string name) => Spans.Any(span => span.DisplayName == name);

        /// <summary>The names of what a span belongs to, the nearest first.</summary>
        public IEnumerable<string> Above(string name)
        {
            var span = Spans.First(span => span.DisplayName == name);
            while (Spans.FirstOrDefault(above => above.SpanId == span.ParentSpanId) is { } parent)
            {
                yield return parent.DisplayName;
                span = parent;
            }
        }

        public override string ToString() => string.Join(", ", Spans.Select(span => span.DisplayName).Distinct());
    }
}
