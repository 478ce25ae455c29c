namespace Orleans.Streaming.Kafka.Tests;

public sealed class HandOverTests(Broker broker)
{
    private const int Partitions = 6;

    [Fact]
    public async Task Silos_that_come_and_go_as_planned_lose_nothing_and_repeat_nothing()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, Partitions);
        await scene.StartAsync();
        await using var load = Load.Start(scene, keys: 40);
        await load.ReachAsync(500);
        await scene.Cluster.StartAdditionalSiloAsync();
        await scene.SharedAsync(Partitions, silos: 2);
        await load.ReachAsync(load.Written + 500);
        var third = await scene.Cluster.StartAdditionalSiloAsync();
        await scene.SharedAsync(Partitions, silos: 3);
        await load.ReachAsync(load.Written + 500);
        await scene.Cluster.StopSiloAsync(third);
        await scene.SharedAsync(Partitions, silos: 2);
        await load.ReachAsync(load.Written + 500);
        var written = await load.StopAsync();
        var taken = await scene.TakenAsync(written);
        await scene.AllCommittedAsync(written);
        Assert.True(!Repeated(taken).Any(), $"expected no repetition, saw {string.Join(", ", Repeated(taken))}. {scene.Log.Tail()}");
        Assert.Equal(written, taken.Count);
        AssertOrdered(taken);
    }

    [Fact]
    public async Task A_silo_that_dies_loses_nothing()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, Partitions);
        await scene.StartAsync(silos: 2);
        await scene.SharedAsync(Partitions, silos: 2);
        await using var load = Load.Start(scene, keys: 40);
        await load.ReachAsync(500);
        await scene.Cluster.KillSiloAsync(scene.Cluster.Silos[1]);
        await scene.SharedAsync(Partitions, silos: 1);
        await load.ReachAsync(load.Written + 500);
        var written = await load.StopAsync();
        await scene.AllCommittedAsync(written);
        var taken = scene.Journal.Taken;
        Assert.Equal(written, taken.Select(record => (record.Partition, record.Offset)).Distinct().Count());
    }

    [Fact]
    public async Task A_cluster_that_is_started_again_goes_on_where_it_stopped()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, Partitions);
        await scene.StartAsync();
        await scene.WriteAsync("a", ["1", "2", "3"]);
        await scene.TakenAsync(3);
        await scene.StopAsync();
        await scene.WriteAsync("a", ["4", "5"]);
        await scene.StartAsync();
        await scene.AllCommittedAsync(5);
        Assert.Equal(["1", "2", "3", "4", "5"], scene.Journal.Taken.Select(record => record.Text));
    }

    private static IEnumerable<string> Repeated(IEnumerable<TestRecord> taken)
        => taken.GroupBy(record => (record.Partition, record.Offset)).Where(same => same.Count() > 1).Select(same => $"{same.Key} x{same.Count()}");

    private static void AssertOrdered(IReadOnlyList<TestRecord> taken)
    {
        foreach (var key in taken.GroupBy(record => record.Key))
            Assert.Equal(key.Select(record => record.Offset).Order(), key.Select(record => record.Offset));
    }
}
