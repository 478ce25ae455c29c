using System.Diagnostics;
using Confluent.Kafka;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>What the embedded Kafka can't do: offsets by time, records deleted as retention does, topics deleted with their groups' offsets, restarts that keep the log.</summary>
public sealed class RealBrokerTests(Broker broker)
{
    [Fact]
    public async Task An_operator_sets_a_topic_back_by_time()
    {
        using var admin = broker.Real();
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        await scene.StartAsync();
        await scene.WriteAsync("k", ["0", "1"]);
        await scene.CommittedAsync(2);
        var clock = Stopwatch.StartNew();
        await Eventually.ReachAsync("another second", () => clock.Elapsed, elapsed => elapsed > TimeSpan.FromSeconds(1));
        var between = TimeProvider.System.GetUtcNow();
        await Eventually.ReachAsync("another second", () => clock.Elapsed, elapsed => elapsed > TimeSpan.FromSeconds(2));
        await scene.WriteAsync("k", ["2", "3"]);
        await scene.CommittedAsync(4);
        var rewound = await scene.Admin().RewindAsync(scene.Topic, KafkaPosition.At(between));
        Assert.Equal([new KafkaRewound(scene.Topic, 0, 4, 2)], rewound);
        await scene.TakenAsync(6);
        Assert.Equal(["0", "1", "2", "3", "2", "3"], scene.Journal.Taken.Select(record => record.Text));
    }

    [Fact]
    public async Task A_group_that_fell_behind_what_is_retained_stops_and_is_set_again()
    {
        using var admin = broker.Real();
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        await scene.StartAsync();
        await scene.WriteAsync("k", ["0", "1"]);
        await scene.CommittedAsync(2);
        await scene.StopAsync();
        await scene.WriteAsync("k", ["2", "3", "4", "5"]);
        await admin.DeleteRecordsAsync([new TopicPartitionOffset(scene.Topic, 0, 4)]);
        await scene.StartAsync();
        var status = await Eventually.ReachAsync("the partition halted", () => scene.Statuses().SingleOrDefault(), status => status is { IsHalted: true }, scene.Log.Tail);
        Assert.Contains("from 4", status!.StallReason, StringComparison.Ordinal);
        Assert.Equal(2, scene.Journal.Count);
        await scene.Admin().RewindAsync(scene.Topic, KafkaPosition.Earliest);
        await scene.CommittedAsync(6);
        Assert.Equal(["0", "1", "4", "5"], scene.Journal.Taken.Select(record => record.Text));
    }

    [Fact]
    public async Task A_topic_that_is_made_anew_under_running_silos_stops_them()
    {
        using var admin = broker.Real();
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        await scene.StartAsync();
        await scene.WriteAsync("k", ["0", "1", "2"]);
        await scene.CommittedAsync(3);
        await admin.DeleteTopicsAsync([scene.Topic]);
        await Eventually.ReachAsync("the topic gone", () => admin.GetMetadata(Eventually.Patience).Topics.Exists(topic => topic.Topic == scene.Topic), exists => !exists);
        await broker.CreateTopicAsync(scene.Topic, 1);
        await scene.WriteAsync("k", ["new 0", "new 1", "new 2", "new 3"]);
        // Either the partition is halted, or it was given up with its topic and begins anew: none of the new records may be passed over.
        await Eventually.ReachAsync(
            "a halt, or all of the new topic's records",
            () => scene.Statuses().Any(status => status.IsHalted) || scene.Journal.Taken.Count(record => record.Text.StartsWith("new", StringComparison.Ordinal)) == 4,
            isSafe => isSafe,
            scene.Log.Tail);
    }

    [Fact]
    public async Task A_restart_of_the_brokers_loses_nothing()
    {
        using var admin = broker.Real();
        var command = Environment.GetEnvironmentVariable("SHELLCORP_KAFKA_RESTART");
        Assert.SkipWhen(string.IsNullOrEmpty(command), "set SHELLCORP_KAFKA_RESTART to a shell command that restarts the brokers with their log kept");
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, partitions: 4);
        await scene.StartAsync();
        await scene.SharedAsync(partitions: 4, silos: 1);
        await using var load = Load.Start(scene, keys: 20);
        await load.ReachAsync(200);
        using var restart = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]))!;
        await restart.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, restart.ExitCode);
        await load.ReachAsync(scene.Journal.Count + 200);
        await load.StopAsync();
        // A write whose answer was lost is repeated by its producer, so that offsets are counted and not writes.
        await Eventually.ReachAsync("no lag", () => scene.Statuses().Sum(status => status.Lag), lag => lag == 0, scene.Log.Tail);
        var ends = scene.Statuses().Sum(status => status.EndOffset);
        Assert.Equal(ends, scene.Journal.Taken.Select(record => (record.Partition, record.Offset)).Distinct().Count());
    }
}
