using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Confluent.Kafka;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka.Tests;

public sealed class ContextTests(Broker broker)
{
    [Fact]
    public async Task What_is_sent_through_a_stream_carries_request_context_and_trace_to_its_consumer()
    {
        var seen = new ConcurrentQueue<(object? Text, object? Number, ActivityTraceId? Trace)>();
        using var listener = Listen();
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, configureSilo: silo => silo.AddActivityPropagation());
        scene.Journal.Before = _ =>
        {
            seen.Enqueue((RequestContext.Get("agent"), RequestContext.Get("count"), Activity.Current?.TraceId));
            return Task.CompletedTask;
        };
        await scene.StartAsync();
        var stream = scene.Cluster.Client.ServiceProvider.GetRequiredKeyedService<IStreamProvider>(KafkaScene.Provider)
            .GetStream<TestRecord>(BatchConsumerGrain.Namespace, scene.Journal.Key("k"));
        using var activity = new Activity("a caller's").SetIdFormat(ActivityIdFormat.W3C).Start();
        activity.ActivityTraceFlags |= ActivityTraceFlags.Recorded;
        RequestContext.Set("agent", "Ada");
        RequestContext.Set("count", 7);
        await stream.OnNextAsync(new TestRecord("", "one", 0, 0));
        RequestContext.Clear();
        await scene.CommittedAsync(1);
        Assert.Equal([("Ada", 7, activity.TraceId)], seen);
    }

    [Fact]
    public async Task Any_clients_trace_header_becomes_the_parent_and_that_of_further_records_a_link()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Listen(spans);
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        var (first, second) = (ActivityTraceId.CreateRandom(), ActivityTraceId.CreateRandom());
        await scene.WriteAsync("k", ["0"], headers: TraceOf(first));
        await scene.WriteAsync("k", ["1"], headers: TraceOf(second));
        await scene.StartAsync();
        await scene.CommittedAsync(2);
        var mine = spans.Where(span => span.TraceId == first || span.TraceId == second).ToList();
        Assert.Contains(mine, span => span.TraceId == first && span.Kind == ActivityKind.Consumer);
        var isLinked = mine.Exists(span => span.Links.Any(link => link.Context.TraceId == second));
        Assert.True(isLinked || mine.Exists(span => span.TraceId == second), $"expected the second record's trace as a link or a span, saw {string.Join(", ", mine.Select(span => span.TraceId))}");
    }

    private static Headers TraceOf(ActivityTraceId trace)
        => new() { { "traceparent", Encoding.ASCII.GetBytes($"00-{trace}-{ActivitySpanId.CreateRandom()}-01") } };

    private static ActivityListener Listen(ConcurrentQueue<Activity>? spans = null)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == KafkaStreamMetrics.MeterName || source.Name.StartsWith("Microsoft.Orleans", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => spans?.Enqueue(activity),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
