namespace Orleans.Streaming.Kafka.Tests;

public sealed class HaltedPartitionTests(Broker broker)
{
    [Fact]
    public async Task A_group_that_fell_behind_retention_stops_with_an_error_and_does_not_jump()
    {
        var kafka = broker.Embedded;
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        await scene.StartAsync();
        await scene.WriteAsync("k", ["0", "1"]);
        await scene.CommittedAsync(2);
        await scene.StopAsync();
        for (var offset = 2; offset < 10; offset++)
            await scene.WriteAsync("k", [$"{offset}"]);
        kafka.DeleteRecordsBefore(scene.Topic, 0, 8);
        await scene.StartAsync();
        var status = await Eventually.ReachAsync("the partition halted", () => scene.Statuses().SingleOrDefault(), status => status is { IsHalted: true }, scene.Log.Tail);
        Assert.Contains("offset 2", status!.StallReason, StringComparison.Ordinal);
        Assert.Contains("from 8", status.StallReason, StringComparison.Ordinal);
        Assert.Equal(2, scene.Journal.Taken.Count);
        Assert.Equal(2, scene.Committed());
    }

    [Fact]
    public async Task A_topic_that_was_made_anew_with_fewer_records_stops_with_an_error()
    {
        var kafka = broker.Embedded;
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        await scene.StartAsync();
        await scene.WriteAsync("k", ["0", "1", "2"]);
        await scene.CommittedAsync(3);
        await scene.StopAsync();
        kafka.DeleteTopic(scene.Topic);
        kafka.CreateTopic(scene.Topic, 1);
        await scene.CommitAsToolAsync(3);
        await scene.WriteAsync("k", ["new"]);
        await scene.StartAsync();
        var status = await Eventually.ReachAsync("the partition halted", () => scene.Statuses().SingleOrDefault(), status => status is { IsHalted: true }, scene.Log.Tail);
        Assert.Contains("made anew", status!.StallReason, StringComparison.Ordinal);
        Assert.Equal(3, scene.Journal.Taken.Count);
        Assert.Equal(3, scene.Committed());
    }

    [Fact]
    public async Task A_topic_that_was_made_anew_under_a_running_silo_and_is_longer_than_the_old_one_is_halted()
    {
        var kafka = broker.Embedded;
        var release = new TaskCompletionSource();
        // Full at the first record, Kafka is paused, so that nothing but the topic's id can tell.
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, configure: options => options.MaxCachedRecords = 1);
        scene.Journal.Before = _ => release.Task;
        await scene.StartAsync();
        await scene.WriteAsync("k", ["0"]);
        await Eventually.ReachAsync("a full partition", () => scene.Statuses().SingleOrDefault()?.IsPaused, paused => paused == true, scene.Log.Tail);
        await Eventually.ReachAsync("a look at the topic's id", () => scene.Log.Has("is known by its id"), has => has, scene.Log.Tail);
        kafka.DeleteTopic(scene.Topic);
        kafka.CreateTopic(scene.Topic, 1);
        await scene.WriteAsync("k", ["new 0", "new 1", "new 2"]);
        var status = await Eventually.ReachAsync("the partition halted", () => scene.Statuses().SingleOrDefault(), status => status is { IsHalted: true }, scene.Log.Tail);
        Assert.Contains("made anew", status!.StallReason, StringComparison.Ordinal);
        release.SetResult();
        await scene.TakenAsync(1);
        await scene.Admin().RewindAsync(scene.Topic, KafkaPosition.Earliest);
        await scene.CommittedAsync(3);
        Assert.Equal(["0", "new 0", "new 1", "new 2"], scene.Journal.Taken.Select(record => record.Text));
    }
}
