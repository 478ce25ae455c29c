using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka.Tests;

public sealed class ExplicitSubscriptionTests(Broker broker)
{
    private const string Namespace = "explicit";

    [Fact]
    public async Task A_grain_gets_what_is_sent_from_its_subscription_to_its_end_and_the_rest_is_finished()
    {
        await using var scene = await CreateAsync();
        await scene.StartAsync();
        var grain = scene.Cluster.Client.GetGrain<IExplicitConsumerGrain>(scene.Journal.Key("k"));
        await grain.SendAsync(Namespace, "before");
        await scene.CommittedAsync(1);
        await grain.SubscribeAsync(Namespace);
        await grain.SendAsync(Namespace, "one");
        await grain.SendAsync(Namespace, "two");
        await scene.CommittedAsync(3);
        await grain.UnsubscribeAsync(Namespace);
        await grain.SendAsync(Namespace, "after");
        await scene.CommittedAsync(4);
        Assert.Equal(["one", "two"], scene.Journal.Taken.Select(record => record.Text));
    }

    [Fact]
    public async Task A_failing_subscriber_that_is_removed_no_longer_holds_the_partition_up()
    {
        await using var scene = await CreateAsync();
        scene.Journal.Before = _ => throw new TimeoutException("never");
        await scene.StartAsync();
        var grain = scene.Cluster.Client.GetGrain<IExplicitConsumerGrain>(scene.Journal.Key("k"));
        await grain.SubscribeAsync(Namespace);
        await grain.SendAsync(Namespace, "one");
        await Eventually.ReachAsync("a stall", () => scene.Statuses().SingleOrDefault()?.StallReason, reason => reason is not null, scene.Log.Tail);
        await grain.UnsubscribeAsync(Namespace);
        await scene.CommittedAsync(1);
        Assert.Null(scene.Statuses()[0].StallReason);
    }

    [Fact]
    public async Task A_client_sends_and_subscribes()
    {
        await using var scene = await CreateAsync();
        await scene.StartAsync();
        var stream = scene.Cluster.Client.ServiceProvider.GetRequiredKeyedService<IStreamProvider>(KafkaScene.Provider).GetStream<TestRecord>(Namespace, scene.Journal.Key("k"));
        var handle = await stream.SubscribeAsync((items) => scene.Journal.TakeAsync([.. items.Select(item => item.Item)]));
        await stream.OnNextAsync(new TestRecord("", "one", 0, 0));
        await stream.OnNextBatchAsync([new TestRecord("", "two", 0, 0), new TestRecord("", "three", 0, 0)]);
        await scene.CommittedAsync(3);
        Assert.Equal(["one", "two", "three"], scene.Journal.Taken.Select(record => record.Text));
        await handle.UnsubscribeAsync();
        await stream.OnNextAsync(new TestRecord("", "four", 0, 0));
        await scene.CommittedAsync(4);
        Assert.Equal(3, scene.Journal.Taken.Count);
    }

    private Task<KafkaScene> CreateAsync()
        => KafkaScene.CreateAsync(
            broker, Namespace, configure: options => options.PubSub = StreamPubSubType.ExplicitGrainBasedAndImplicit,
            configureSilo: silo => silo.AddMemoryGrainStorage("PubSubStore"));
}
