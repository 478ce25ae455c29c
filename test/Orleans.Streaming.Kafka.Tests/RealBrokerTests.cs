using System.Diagnostics;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>What the embedded Kafka can't do: offsets by time, and restarts that keep the log.</summary>
public sealed class RealBrokerTests(Broker broker)
{
    [Fact]
    public async Task An_operator_sets_a_topic_back_by_time()
    {
        Broker.NeedsReal();
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
    public async Task A_restart_of_the_brokers_loses_nothing()
    {
        Broker.NeedsReal();
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
