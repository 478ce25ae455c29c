namespace Orleans.Streaming.Kafka.Tests;

public sealed class HaltedPartitionTests(Broker broker)
{
    [Fact]
    public async Task A_group_that_fell_behind_retention_stops_with_an_error_and_does_not_jump()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        await scene.StartAsync();
        await scene.WriteAsync("k", ["0", "1"]);
        await scene.CommittedAsync(2);
        await scene.StopAsync();
        for (var offset = 2; offset < 10; offset++)
            await scene.WriteAsync("k", [$"{offset}"]);
        await broker.DeleteRecordsBeforeAsync(scene.Topic, 0, 8);
        await scene.StartAsync();
        var reason = await HaltedAsync(scene);
        Assert.Contains("offset 2", reason, StringComparison.Ordinal);
        Assert.Contains("from 8", reason, StringComparison.Ordinal);
        Assert.Equal(2, scene.Journal.Taken.Count);
        Assert.Equal(2, scene.Committed());
    }

    [Fact]
    public async Task A_group_whose_offset_lies_behind_the_end_of_the_topic_stops_with_an_error()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        await scene.StartAsync();
        await scene.WriteAsync("k", ["0", "1", "2"]);
        await scene.CommittedAsync(3);
        await scene.StopAsync();
        await scene.RemakeAsync();
        await scene.WriteAsync("k", ["new"]);
        await scene.SetOffsetAsync(3);
        await scene.StartAsync();
        Assert.Contains("made anew", await HaltedAsync(scene), StringComparison.Ordinal);
        Assert.Equal(3, scene.Journal.Taken.Count);
        Assert.Equal(3, scene.Committed());
    }

    [Fact]
    public async Task A_topic_that_was_made_anew_while_no_silo_ran_is_read_from_its_beginning()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        await scene.StartAsync();
        await scene.WriteAsync("k", ["0", "1", "2"]);
        await scene.CommittedAsync(3);
        await scene.StopAsync();
        await scene.RemakeAsync();
        await scene.WriteAsync("k", ["new 0", "new 1", "new 2", "new 3", "new 4"]);
        await Eventually.ReachAsync("the group's offset dropped with its topic", () => scene.Committed(), offset => offset < 0);
        await scene.StartAsync();
        await scene.CommittedAsync(5);
        Assert.Equal(["new 0", "new 1", "new 2", "new 3", "new 4"], scene.Journal.Taken.Skip(3).Select(record => record.Text));
    }

    [Fact]
    public async Task A_longer_topic_that_takes_the_place_of_the_one_being_read_is_not_read_from_the_old_offset()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        await scene.StartAsync();
        await scene.WriteAsync("k", ["0", "1", "2"]);
        await scene.CommittedAsync(3);
        await scene.RemakeAsync();
        await scene.WriteAsync("k", Enumerable.Range(0, 10).Select(number => $"new {number}"));
        Assert.Contains("made anew", await HaltedAsync(scene), StringComparison.Ordinal);
        await scene.CommittedAsync(StartPositions.Void);
        // It stays so for whoever has the partition next, until an operator says where to go on.
        await scene.StopAsync();
        await scene.StartAsync();
        Assert.Contains("made anew", await HaltedAsync(scene), StringComparison.Ordinal);
        Assert.Equal(10, scene.Statuses().Single().Lag);
        Assert.Equal(3, scene.Journal.Taken.Count);
        await scene.Admin().RewindAsync(scene.Topic, KafkaPosition.Earliest);
        await scene.CommittedAsync(10);
        Assert.Equal(Enumerable.Range(0, 10).Select(number => $"new {number}"), scene.Journal.Taken.Skip(3).Select(record => record.Text));
    }

    [Fact]
    public async Task A_topic_that_is_made_anew_while_its_partition_is_full_is_noticed_and_goes_on_for_warm_consumers_where_an_operator_sets_it()
    {
        var release = new TaskCompletionSource();
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, configure: options =>
        {
            options.MaxCachedRecords = 1;
            // Nothing is fetched, so that only a look at the topics can tell.
            options.Librdkafka["topic.metadata.refresh.interval.ms"] = "500";
        });
        scene.Journal.Before = _ => release.Task;
        await scene.StartAsync();
        await scene.WriteAsync("k", ["0"]);
        await Eventually.ReachAsync("a full partition", () => scene.Statuses().SingleOrDefault()?.IsPaused, paused => paused == true, scene.Log.Tail);
        await scene.RemakeAsync();
        await scene.WriteAsync("k", ["new 0", "new 1", "new 2"]);
        Assert.Contains("made anew", await HaltedAsync(scene), StringComparison.Ordinal);
        release.SetResult();
        await scene.TakenAsync(1);
        await scene.Admin().RewindAsync(scene.Topic, KafkaPosition.Earliest);
        await scene.CommittedAsync(3);
        Assert.Equal(["0", "new 0", "new 1", "new 2"], scene.Journal.Taken.Select(record => record.Text));
    }

    private static async Task<string> HaltedAsync(KafkaScene scene)
        => (await Eventually.ReachAsync("the partition halted", () => scene.Statuses().SingleOrDefault(), status => status is { IsHalted: true }, scene.Log.Tail))!.StallReason!;
}
