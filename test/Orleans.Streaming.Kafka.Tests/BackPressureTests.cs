namespace Orleans.Streaming.Kafka.Tests;

public sealed class BackPressureTests(Broker broker)
{
    [Theory]
    [InlineData(100, 1_000_000_000)]
    [InlineData(int.MaxValue, 100 * 400)]
    public async Task A_partition_that_its_consumers_hold_up_keeps_no_more_than_it_is_allowed_to(int records, long bytes)
    {
        const int Slack = 1;
        var release = new TaskCompletionSource();
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, configure: options =>
        {
            options.MaxCachedRecords = records;
            options.MaxCachedBytes = bytes;
        });
        scene.Journal.Before = _ => release.Task;
        await scene.StartAsync();
        await scene.WriteAsync("k", Enumerable.Range(0, 2000).Select(number => $"{number}"));
        var status = await Eventually.ReachAsync("Kafka to be paused", () => scene.Statuses().SingleOrDefault(), status => status is { IsPaused: true }, scene.Log.Tail);
        Assert.InRange(status!.CachedRecords, 1, 200);
        Assert.True(status.CachedRecords <= records && status.CachedBytes <= bytes + Slack * 1000, $"{status}");
        await Eventually.ReachAsync("the lag of what is not even fetched", () => scene.Statuses().Single().Lag, lag => lag == 2000, scene.Log.Tail);
        release.SetResult();
        await scene.CommittedAsync(2000);
        Assert.Equal(2000, scene.Journal.Taken.Count);
    }
}
