using Orleans.Streams;

namespace Orleans.Streaming.Kafka.Tests;

public sealed class RewindTests(Broker broker)
{
    private const string Namespace = "explicit";

    [Fact]
    public async Task A_subscription_that_goes_back_gets_the_past_and_then_what_is_new_without_gap_or_repetition()
    {
        const int Old = 1500;
        const int New = 500;
        const int From = 700;
        await using var scene = await CreateAsync();
        await scene.StartAsync();
        var old = scene.WriteAsync("k", Numbers(0, Old));
        await Task.WhenAll(old, scene.WriteAsync("other", Numbers(0, Old)));
        await scene.CommittedAsync(2 * Old);
        await scene.Cluster.Client.GetGrain<IExplicitConsumerGrain>(scene.Journal.Key("k")).SubscribeFromAsync(Namespace, scene.Topic, offset: From);
        for (var number = Old; number < Old + New; number += 50)
            await scene.WriteAsync("k", Numbers(number, 50));
        await scene.CommittedAsync(2 * Old + New);
        var before = (await old).Count(offset => offset < From);
        Assert.Equal(Numbers(before, Old + New - before), scene.Journal.Taken.Select(record => record.Text));
        Assert.All(scene.Journal.Taken, record => Assert.Equal(scene.Journal.Key("k"), record.Key));
    }

    [Fact]
    public async Task A_subscription_that_goes_back_behind_retention_stands_still_with_an_error_and_holds_nobody_else_up()
    {
        await using var scene = await CreateAsync();
        await scene.StartAsync();
        for (var number = 0; number < 10; number++)
            await scene.WriteAsync("k", Numbers(number, 1));
        await scene.CommittedAsync(10);
        await broker.DeleteRecordsBeforeAsync(scene.Topic, 0, 6);
        await scene.Cluster.Client.GetGrain<IExplicitConsumerGrain>(scene.Journal.Key("k")).SubscribeFromAsync(Namespace, scene.Topic, offset: 2);
        await scene.Cluster.Client.GetGrain<IExplicitConsumerGrain>(scene.Journal.Key("other")).SubscribeAsync(Namespace);
        await scene.WriteAsync("k", ["new"]);
        await scene.WriteAsync("other", ["other"]);
        var taken = await scene.TakenAsync(1);
        Assert.Equal(["other"], taken.Select(record => record.Text));
        var reason = await Eventually.ReachAsync("a stall", () => scene.Statuses().Single().StallReason, reason => reason is not null, scene.Log.Tail);
        Assert.Contains("goes back to offset 2", reason, StringComparison.Ordinal);
        Assert.Contains("from 6 to", reason, StringComparison.Ordinal);
        Assert.Equal(10, scene.Committed());
    }

    private static IEnumerable<string> Numbers(int first, int count) => Enumerable.Range(first, count).Select(number => $"{number}");

    private Task<KafkaScene> CreateAsync(Action<KafkaStreamOptions>? configure = null)
        => KafkaScene.CreateAsync(
            broker, Namespace,
            configure: options =>
            {
                options.PubSub = StreamPubSubType.ExplicitGrainBasedAndImplicit;
                configure?.Invoke(options);
            },
            configureSilo: silo => silo.AddMemoryGrainStorage("PubSubStore"));
}
