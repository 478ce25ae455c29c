using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
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
        var stream = scene.ClientStream("k");
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

    [Fact]
    public async Task A_client_that_vanishes_holds_nothing_up_and_nobody_else_misses_anything()
    {
        await using var scene = await CreateAsync();
        await scene.StartAsync();
        var grain = scene.Cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>().GetGrain<IExplicitConsumerGrain>(scene.Journal.Key("k"));
        await grain.SubscribeAsync(Namespace);
        using var clients = new Journal();
        var observer = new ClientObserver(clients);
        await scene.ClientStream("k").SubscribeAsync(observer);
        await grain.SendAsync(Namespace, "0");
        await scene.CommittedAsync(1);
        Assert.Equal(["0"], observer.Taken);
        await scene.Cluster.KillClientAsync();
        await grain.SendAsync(Namespace, "1");
        await grain.SendAsync(Namespace, "2");
        await scene.CommittedAsync(3);
        Assert.Equal(["0", "1", "2"], scene.Journal.Taken.Select(record => record.Text));
        Assert.Equal(["0"], observer.Taken);
        Assert.Null(scene.Statuses().Single().StallReason);
    }

    [Fact]
    public async Task What_a_client_has_sent_arrives_though_the_client_vanishes()
    {
        await using var scene = await CreateAsync();
        await scene.StartAsync();
        var grain = scene.Cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>().GetGrain<IExplicitConsumerGrain>(scene.Journal.Key("k"));
        await grain.SubscribeAsync(Namespace);
        await scene.ClientStream("k").OnNextBatchAsync(Enumerable.Range(0, 50).Select(number => new TestRecord("", $"{number}", 0, 0)));
        await scene.Cluster.KillClientAsync();
        await scene.CommittedAsync(50);
        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"{number}"), scene.Journal.Taken.Select(record => record.Text));
    }

    private Task<KafkaScene> CreateAsync()
        => KafkaScene.CreateAsync(
            broker, Namespace, configure: options => options.PubSub = StreamPubSubType.ExplicitGrainBasedAndImplicit,
            // How long silos take for a client's short absence what is its end.
            configureSilo: silo => silo.AddMemoryGrainStorage("PubSubStore").Configure<SiloMessagingOptions>(options => options.ClientDropTimeout = TimeSpan.FromSeconds(3)));
}
