namespace Orleans.Streaming.Kafka.Tests;

public sealed class HandOverTests(Broker broker)
{
    private const int Partitions = 6;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task From_two_silos_to_four_and_back_under_load_every_record_is_taken_exactly_once(bool isConsumerProtocol)
    {
        Assert.SkipUnless(isConsumerProtocol || Broker.IsReal, "the embedded Kafka's classic groups take no commits while they rebalance; a real one's do");
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, Partitions, group: isConsumerProtocol ? KafkaScene.Consumer : KafkaScene.Classic);
        if (isConsumerProtocol)
            await broker.NeedsConsumerProtocolAsync(scene.Topic);
        await scene.StartAsync(silos: 2);
        await scene.SharedAsync(Partitions, silos: 2);
        await using var load = Load.Start(scene, keys: 40);
        await load.ReachAsync(500);
        var third = await scene.Cluster.StartAdditionalSiloAsync();
        var fourth = await scene.Cluster.StartAdditionalSiloAsync();
        await scene.SharedAsync(Partitions, silos: 4);
        await load.ReachAsync(load.Written + 500);
        await scene.Cluster.StopSiloAsync(third);
        await scene.SharedAsync(Partitions, silos: 3);
        await load.ReachAsync(load.Written + 500);
        await scene.Cluster.StopSiloAsync(fourth);
        await scene.SharedAsync(Partitions, silos: 2);
        await load.ReachAsync(load.Written + 500);
        var written = await load.StopAsync();
        await scene.AllCommittedAsync(written);
        AssertExactlyOnce(scene, written);
        AssertOrdered(scene.Journal.Taken);
    }

    [Fact]
    public async Task With_the_classic_group_protocol_silos_that_come_and_go_lose_nothing()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, Partitions, group: KafkaScene.Classic);
        await scene.StartAsync();
        await scene.SharedAsync(Partitions, silos: 1);
        await WriteManyAsync(scene, "first");
        var second = await scene.Cluster.StartAdditionalSiloAsync();
        await scene.SharedAsync(Partitions, silos: 2);
        await WriteManyAsync(scene, "second");
        await scene.Cluster.StopSiloAsync(second);
        await scene.SharedAsync(Partitions, silos: 1);
        await WriteManyAsync(scene, "third");
        await scene.AllCommittedAsync(1200);
        Assert.Equal(1200, scene.Journal.Taken.Select(record => (record.Partition, record.Offset)).Distinct().Count());
        // The embedded Kafka refuses commits while its classic groups rebalance, so that what was finished meanwhile comes again; a real one takes them.
        if (Broker.IsReal)
            AssertExactlyOnce(scene, 1200);
    }

    [Fact]
    public async Task A_planned_stop_repeats_nothing_of_keys_that_are_ahead_of_others()
    {
        const int Slow = 30;
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, configure: options => options.MaxBatchRecords = 1);
        var stopping = new TaskCompletionSource();
        scene.Journal.Before = async records =>
        {
            if (!records[0].Key.EndsWith("slow", StringComparison.Ordinal))
                return;
            await stopping.Task;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        };
        await scene.StartAsync();
        await scene.WriteAsync("slow", Enumerable.Range(0, Slow).Select(number => $"{number}"));
        await scene.WriteAsync("ahead", ["0", "1", "2"]);
        await scene.TakenAsync(3);
        var stop = scene.StopAsync();
        stopping.SetResult();
        await stop;
        Assert.Equal(Slow + 3, scene.Committed());
        await scene.StartAsync();
        await scene.WriteAsync("ahead", ["3"]);
        await scene.CommittedAsync(Slow + 4);
        AssertExactlyOnce(scene, Slow + 4);
    }

    [Fact]
    public async Task Partitions_that_move_while_consumers_fail_bring_nothing_twice_to_consumers_that_stay_in_memory()
    {
        const int Each = 5;
        var isAway = true;
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, Partitions);
        scene.Journal.Before = records => Volatile.Read(ref isAway) && records[0].Key.Contains("failing", StringComparison.Ordinal) ? throw new TimeoutException("the store is away") : Task.CompletedTask;
        await scene.StartAsync();
        await scene.SharedAsync(Partitions, silos: 1);
        foreach (var partition in Enumerable.Range(0, Partitions))
        {
            await scene.WriteAsync($"failing{partition}", ["0"], partition);
            await scene.WriteAsync($"good{partition}", Enumerable.Range(0, Each).Select(number => $"{number}"), partition);
        }

        await scene.TakenAsync(Partitions * Each);
        await scene.Cluster.StartAdditionalSiloAsync();
        await scene.SharedAsync(Partitions, silos: 2);
        foreach (var partition in Enumerable.Range(0, Partitions))
            await scene.WriteAsync($"good{partition}", ["more"], partition);
        await scene.TakenAsync(Partitions * (Each + 1));
        Volatile.Write(ref isAway, false);
        await scene.AllCommittedAsync(Partitions * (Each + 2));
        AssertExactlyOnce(scene, Partitions * (Each + 2));
    }

    [Fact]
    public async Task A_silo_with_a_name_of_its_own_in_the_group_goes_on_where_it_stopped()
    {
        var name = $"silo-{Guid.NewGuid():N}";
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, Partitions, configure: options => options.GroupInstanceId = name);
        for (var round = 1; round <= 3; round++)
        {
            await scene.StartAsync();
            await Task.WhenAll(Enumerable.Range(0, Partitions).Select(partition => scene.WriteAsync($"k{partition}", [$"{round}"], partition)));
            await scene.AllCommittedAsync(round * Partitions);
            await scene.StopAsync();
        }

        AssertExactlyOnce(scene, 3 * Partitions);
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

    private static Task WriteManyAsync(KafkaScene scene, string text)
        => Task.WhenAll(Enumerable.Range(0, 40).Select(key => scene.WriteAsync($"k{key}", Enumerable.Range(0, 10).Select(number => $"{text} {number}"))));

    private static void AssertExactlyOnce(KafkaScene scene, int written)
    {
        var places = scene.Journal.Taken.GroupBy(record => (record.Partition, record.Offset)).ToList();
        var repeated = places.Where(same => same.Count() > 1).Select(same => $"{same.Key} x{same.Count()}").ToList();
        Assert.True(repeated.Count == 0, $"expected no repetition, saw {repeated.Count}: {string.Join(", ", repeated.Take(20))}. {scene.Log.Tail()}");
        Assert.Equal(written, places.Count);
    }

    private static void AssertOrdered(IReadOnlyList<TestRecord> taken)
    {
        foreach (var key in taken.GroupBy(record => record.Key))
            Assert.Equal(key.Select(record => record.Offset).Order(), key.Select(record => record.Offset));
    }
}
