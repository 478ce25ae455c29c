using Kafka.Embedded;

namespace Orleans.Streaming.Kafka.Tests;

public sealed class OperationTests(Broker broker)
{
    [Fact]
    public async Task A_rewind_delivers_again_to_consumers_in_memory_and_goes_on_with_new_records()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, partitions: 2);
        await scene.StartAsync(silos: 2);
        await scene.SharedAsync(2, silos: 2);
        foreach (var partition in new[] { 0, 1 })
            await scene.WriteAsync($"k{partition}", ["0", "1", "2", "3"], partition);
        await scene.AllCommittedAsync(8);
        var rewound = await scene.Admin().RewindAsync(scene.Topic, KafkaPosition.At(1));
        Assert.Equal([new KafkaRewound(scene.Topic, 0, 4, 1), new KafkaRewound(scene.Topic, 1, 4, 1)], rewound);
        await scene.TakenAsync(14);
        await scene.WriteAsync("k0", ["4"], partition: 0);
        await scene.AllCommittedAsync(9);
        Assert.Equal(["0", "1", "2", "3", "1", "2", "3", "4"], scene.Journal.Taken.Where(record => record.Partition == 0).Select(record => record.Text));
        Assert.Equal(["0", "1", "2", "3", "1", "2", "3"], scene.Journal.Taken.Where(record => record.Partition == 1).Select(record => record.Text));
    }

    [Fact]
    public async Task A_rewind_to_what_the_partition_does_not_hold_is_refused_and_changes_nothing()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        await scene.StartAsync();
        await scene.WriteAsync("k", ["0", "1"]);
        await scene.CommittedAsync(2);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => scene.Admin().RewindAsync(scene.Topic, KafkaPosition.At(7)));
        Assert.Contains("offsets 0 to 2", refused.Message, StringComparison.Ordinal);
        await scene.WriteAsync("k", ["2"]);
        await scene.CommittedAsync(3);
        Assert.Equal(["0", "1", "2"], scene.Journal.Taken.Select(record => record.Text));
    }

    [Fact]
    public async Task A_halted_partition_goes_on_where_an_operator_sets_it()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        await scene.StartAsync();
        await scene.WriteAsync("k", ["0", "1"]);
        await scene.CommittedAsync(2);
        await scene.StopAsync();
        for (var offset = 2; offset < 6; offset++)
            await scene.WriteAsync("k", [$"{offset}"]);
        await broker.DeleteRecordsBeforeAsync(scene.Topic, 0, 4);
        await scene.StartAsync();
        await Eventually.ReachAsync("the partition halted", () => scene.Statuses().SingleOrDefault(), status => status is { IsHalted: true }, scene.Log.Tail);
        await scene.Admin().RewindAsync(scene.Topic, KafkaPosition.Earliest);
        await scene.CommittedAsync(6);
        Assert.Equal(["0", "1", "4", "5"], scene.Journal.Taken.Select(record => record.Text));
        Assert.False((await scene.Admin().GetStatusAsync(TestContext.Current.CancellationToken)).Single().IsHalted);
    }

    [Fact]
    public async Task A_topic_that_grows_from_four_to_eight_partitions_under_load_loses_nothing_and_repeats_nothing_to_warm_grains()
    {
        const int Rounds = 120;
        const int Keys = 20;
        using var growing = new Broker(new EmbeddedKafkaOptions { PartitionsToGrowTo = 8 });
        await using var scene = await KafkaScene.CreateAsync(
            growing, BatchConsumerGrain.Namespace, partitions: 4, configure: options => options.Librdkafka["topic.metadata.refresh.interval.ms"] = "500", group: KafkaScene.Classic);
        await scene.StartAsync();
        await scene.SharedAsync(4, silos: 1);
        for (var round = 0; round < Rounds; round++)
        {
            if (round == Rounds / 3)
                await scene.GrowAsync(8);
            var partitions = round < Rounds / 3 ? 4 : 8;
            await Task.WhenAll(Enumerable.Range(0, Keys).Select(key => scene.WriteAsync($"k{key}", [$"{round}"], key % partitions)));
        }

        await scene.AllCommittedAsync(Rounds * Keys);
        var taken = scene.Journal.Taken;
        Assert.Equal(8, taken.Select(record => record.Partition).Distinct().Count());
        Assert.Equal(Rounds * Keys, taken.Select(record => (record.Partition, record.Offset)).Distinct().Count());
        Assert.Equal(Rounds * Keys, taken.Count);
    }

    [Fact]
    public async Task Partitions_that_are_added_to_a_topic_are_read_from_their_first_record()
    {
        using var growing = new Broker(new EmbeddedKafkaOptions { PartitionsToGrowTo = 4 });
        await using var scene = await KafkaScene.CreateAsync(growing, BatchConsumerGrain.Namespace, partitions: 2, configure: options =>
        {
            options.StartPosition = KafkaStartPosition.Latest;
            options.Librdkafka["topic.metadata.refresh.interval.ms"] = "500";
        }, group: KafkaScene.Classic);
        await scene.StartAsync();
        await scene.SharedAsync(2, silos: 1);
        await scene.WriteAsync("k", ["0"], partition: 0);
        await scene.TakenAsync(1);
        await scene.GrowAsync(4);
        await scene.WriteAsync("k", ["1"], partition: 2);
        await scene.WriteAsync("k", ["2"], partition: 3);
        await scene.WriteAsync("k", ["3"], partition: 0);
        await scene.AllCommittedAsync(4);
        Assert.Equal(["0", "1", "2", "3"], scene.Journal.Taken.Select(record => record.Text).Order());
    }
}
