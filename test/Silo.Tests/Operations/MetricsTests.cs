using System.Globalization;

namespace ShellCorp.Silo.Tests.Operations;

/// <remarks>By itself: silos of one process share the gauges of one name, which end with the first silo that goes.</remarks>
[Collection(nameof(MetricsTests))]
[CollectionDefinition(nameof(MetricsTests), DisableParallelization = true)]
public sealed class MetricsTests
{
    private const int Count = 30;

    [Fact]
    public async Task Events_show_in_the_metrics_once_they_have_taken_effect()
    {
        await using var silo = await OperatedSilo.StartAsync();
        await Passes.SendAsync(silo.Grains, Count);
        await Passes.AppliedAsync(silo.Grains, Count);

        // A grain shows what it has applied a moment before it counts it, and a request counts once it is answered.
        var metrics = await Eventually.HoldsAsync(
            "all events counted and no lag",
            () => silo.Admin.GetStringAsync(new Uri("/metrics", UriKind.Relative)),
            text => Lags(text) is [0, 0, 0, 0] && Sum(text, "shellcorp_ratings_events_applied_total") >= Count && Delivered(text) >= Count
                && Sum(text, "http_server_request_duration_seconds_count") >= 1);

        // Silos of other tests in this process count into meters of the same names.
        Assert.InRange(Sum(metrics, "shellcorp_ingest_events_total", "status=\"Accepted\""), Count, double.MaxValue);
        Assert.InRange(Sum(metrics, "dotnet_process_memory_working_set_bytes"), 1, double.MaxValue);
        Assert.InRange(Sum(metrics, "orleans_catalog_activations"), 1, double.MaxValue);
        Assert.InRange(Sum(metrics, "orleans_app_requests_latency_milliseconds_count"), 1, double.MaxValue);
        Assert.InRange(Sum(metrics, "orleans_streams_persistent_stream_messages_read_total"), Count, double.MaxValue);
    }

    private static double Delivered(string metrics) => Sum(metrics, "orleans_streaming_kafka_records_delivered_total", "topic=\"PlayerUpdates\"");

    private static double[] Lags(string metrics) => [.. Lines(metrics, "shellcorp_log_lag").Select(Value)];

    private static double Sum(string metrics, string name, string label = "") => Lines(metrics, name).Where(line => line.Contains(label, StringComparison.Ordinal)).Sum(Value);

    private static IEnumerable<string> Lines(string metrics, string name) => metrics.Split('\n').Where(line => line.StartsWith(name, StringComparison.Ordinal));

    /// <summary>A line is a name with labels, the value, and perhaps a time stamp.</summary>
    private static double Value(string line)
    {
        var rest = line[(line.LastIndexOf('}') is var end and >= 0 ? end + 1 : line.IndexOf(' ', StringComparison.Ordinal))..];
        return double.Parse(rest.Trim().Split(' ')[0], CultureInfo.InvariantCulture);
    }
}
