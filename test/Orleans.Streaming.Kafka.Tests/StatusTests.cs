using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Orleans.Streaming.Kafka.Tests;

public sealed class StatusTests(Broker broker)
{
    [Fact]
    public async Task Health_is_degraded_while_failures_hold_a_partition_up_and_says_by_what()
    {
        await using var scene = await KafkaScene.CreateAsync(
            broker, BatchConsumerGrain.Namespace, configureSilo: silo => silo.Services.AddHealthChecks().AddKafkaStreams(KafkaScene.Provider, tolerance: TimeSpan.Zero));
        var isAway = true;
        scene.Journal.Before = _ => Volatile.Read(ref isAway) ? throw new TimeoutException("the store is away") : Task.CompletedTask;
        await scene.StartAsync();
        await scene.SharedAsync(partitions: 1, silos: 1);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(scene)).Status);
        await scene.WriteAsync("k", ["1", "2"]);
        await Eventually.ReachAsync("a stall", () => scene.Statuses()[0].StallReason, reason => reason is not null, scene.Log.Tail);
        var report = await CheckAsync(scene);
        Assert.Equal(HealthStatus.Degraded, report.Status);
        var entry = Assert.Single(report.Entries).Value;
        Assert.Contains("the store is away", entry.Description, StringComparison.Ordinal);
        Assert.Equal(2L, entry.Data["lag"]);
        Volatile.Write(ref isAway, false);
        await scene.CommittedAsync(2);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(scene)).Status);
    }

    [Fact]
    public async Task Health_is_bad_when_a_partition_is_halted()
    {
        await using var scene = await KafkaScene.CreateAsync(
            broker, BatchConsumerGrain.Namespace, configureSilo: silo => silo.Services.AddHealthChecks().AddKafkaStreams(KafkaScene.Provider));
        await scene.StartAsync();
        await scene.WriteAsync("k", ["0"]);
        await scene.CommittedAsync(1);
        await scene.StopAsync();
        for (var offset = 1; offset < 5; offset++)
            await scene.WriteAsync("k", [$"{offset}"]);
        await broker.DeleteRecordsBeforeAsync(scene.Topic, 0, 3);
        await scene.StartAsync();
        var report = await Eventually.ReachAsync("bad health", () => CheckAsync(scene).GetAwaiter().GetResult(), report => report.Status == HealthStatus.Unhealthy, scene.Log.Tail);
        Assert.Contains("from 3 on", report.Entries.Single().Value.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instruments_of_Orleans_and_of_the_provider_tell_of_records_and_lag()
    {
        var sums = new ConcurrentDictionary<string, long>();
        var lags = new ConcurrentDictionary<string, long>();
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name is KafkaStreamMetrics.MeterName or "Microsoft.Orleans")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
        var release = new TaskCompletionSource();
        scene.Journal.Before = records => records[0].Text == "bad" ? throw new RecordRefusedException("bad") : release.Task;
        await scene.StartAsync();
        await scene.WriteAsync("k", ["0", "1", "2"]);
        await Eventually.ReachAsync("a lag of 3", () => LagOf(scene), lag => lag == 3, scene.Log.Tail);
        release.SetResult();
        await scene.CommittedAsync(3);
        await scene.WriteAsync("k", ["bad"]);
        await scene.CommittedAsync(4);
        Assert.Equal(0, LagOf(scene));
        Assert.Equal(3, sums[$"orleans.streaming.kafka.records_delivered {scene.Topic}"]);
        Assert.Equal(1, sums[$"orleans.streaming.kafka.records_dead_lettered {scene.Topic}"]);
        foreach (var name in new[] { "orleans-streams-queue-messages-received", "orleans-streams-queue-cache-messages-added", "orleans-streams-queue-cache-messages-purged", "orleans-streams-queue-cache-memory-allocated" })
            Assert.Contains(sums, sum => sum.Key.StartsWith(name, StringComparison.Ordinal) && sum.Key.Contains(scene.Topic, StringComparison.Ordinal) && sum.Value >= 4);

        long LagOf(KafkaScene of)
        {
            lags.Clear();
            listener.RecordObservableInstruments();
            return lags.GetValueOrDefault(of.Topic, -1);
        }

        void Note(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var topic = "";
            foreach (var tag in tags)
                topic = $"{tag.Value}".Contains(scene.Topic, StringComparison.Ordinal) ? scene.Topic : topic;
            if (instrument.Name == "orleans.streaming.kafka.lag")
                lags[topic] = value;
            else if (instrument.IsObservable)
                sums[$"{instrument.Name} {topic}"] = value;
            else
                sums.AddOrUpdate($"{instrument.Name} {topic}", value, (_, sum) => sum + value);
        }
    }

    private static Task<HealthReport> CheckAsync(KafkaScene scene) => scene.Get<HealthCheckService>().CheckHealthAsync();
}
