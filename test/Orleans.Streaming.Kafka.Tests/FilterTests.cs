using System.Collections.Concurrent;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka.Tests;

public sealed class FilterTests(Broker broker)
{
    private const string Namespace = "explicit";

    [Fact]
    public async Task Subscriptions_get_what_their_filters_want_and_what_none_wants_is_finished()
    {
        await using var scene = await CreateAsync(batch: 1);
        var (even, odd) = (await SubscribeAsync(scene, "even"), await SubscribeAsync(scene, "odd"));
        await scene.WriteAsync("k", ["even 0", "odd 1", "neither 2", "even 3", "odd 4", "neither 5"]);
        await scene.CommittedAsync(6);
        Assert.Equal(["even 0", "even 3"], even);
        Assert.Equal(["odd 1", "odd 4"], odd);
    }

    [Fact]
    public async Task A_filter_that_fails_lets_everything_through()
    {
        await using var scene = await CreateAsync(batch: 1);
        var taken = await SubscribeAsync(scene, TextFilter.Broken);
        await scene.WriteAsync("k", ["0", "1"]);
        await scene.CommittedAsync(2);
        Assert.Equal(["0", "1"], taken);
    }

    [Fact]
    public async Task A_batch_comes_whole_if_a_filter_wants_one_record_of_it()
    {
        await using var scene = await CreateAsync(batch: 10);
        // The first one is under way while the others come together to one batch.
        var (isUnderWay, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        scene.Journal.Before = _ =>
        {
            isUnderWay.TrySetResult();
            return release.Task;
        };
        var taken = await SubscribeAsync(scene, "wanted");
        await scene.WriteAsync("k", ["wanted 0"]);
        await Eventually.EndAsync("a first delivery", isUnderWay.Task);
        await scene.WriteAsync("k", ["other 1", "wanted 2", "other 3"]);
        await Eventually.ReachAsync("the others in memory", () => scene.Statuses().Single().CachedRecords, count => count == 4, scene.Log.Tail);
        release.SetResult();
        await scene.CommittedAsync(4);
        Assert.Equal(["wanted 0", "other 1", "wanted 2", "other 3"], taken);
    }

    private async Task<KafkaScene> CreateAsync(int batch)
    {
        var scene = await KafkaScene.CreateAsync(
            broker, Namespace,
            configure: options =>
            {
                options.PubSub = StreamPubSubType.ExplicitGrainBasedAndImplicit;
                options.MaxBatchRecords = batch;
            },
            configureSilo: silo => silo.AddMemoryGrainStorage("PubSubStore").AddStreamFilter<TextFilter>(KafkaScene.Provider));
        await scene.StartAsync();
        return scene;
    }

    private static async Task<ConcurrentQueue<string>> SubscribeAsync(KafkaScene scene, string filterData)
    {
        var observer = new ClientObserver(scene.Journal);
        await scene.ClientStream("k").SubscribeAsync(observer, token: null, filterData);
        return observer.Taken;
    }
}
