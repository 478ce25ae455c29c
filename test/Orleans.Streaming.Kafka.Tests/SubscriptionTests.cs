using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>What Orleans's own streaming tests ask of a provider, as far as it makes sense for Kafka.</summary>
public sealed class SubscriptionTests(Broker broker)
{
    private const string Namespace = "explicit";

    [Fact]
    public async Task Each_of_several_subscriptions_gets_everything_until_it_ends()
    {
        await using var scene = await CreateAsync();
        await scene.StartAsync();
        var stream = scene.ClientStream("k");
        var handles = new List<StreamSubscriptionHandle<TestRecord>>();
        for (var number = 0; number < 3; number++)
            handles.Add(await stream.SubscribeAsync(items => scene.Journal.TakeAsync([.. items.Select(item => item.Item)])));
        await stream.OnNextBatchAsync([Item("a"), Item("b")]);
        await scene.TakenAsync(6);
        Assert.Equal(3, (await stream.GetAllSubscriptionHandles()).Count);
        await handles[0].UnsubscribeAsync();
        await stream.OnNextAsync(Item("c"));
        await scene.CommittedAsync(3);
        Assert.Equal(["a", "a", "a", "b", "b", "b", "c", "c"], scene.Journal.Taken.Select(record => record.Text).Order());
    }

    [Fact]
    public async Task A_grain_that_unsubscribes_and_subscribes_again_gets_what_comes_after()
    {
        await using var scene = await CreateAsync();
        await scene.StartAsync();
        var grain = scene.Cluster.Client.GetGrain<IExplicitConsumerGrain>(scene.Journal.Key("k"));
        for (var round = 0; round < 3; round++)
        {
            await grain.SubscribeAsync(Namespace);
            await grain.SendAsync(Namespace, $"wanted {round}");
            await scene.CommittedAsync(2 * round + 1);
            await grain.UnsubscribeAsync(Namespace);
            await grain.SendAsync(Namespace, $"unwanted {round}");
            await scene.CommittedAsync(2 * round + 2);
        }

        Assert.Equal(["wanted 0", "wanted 1", "wanted 2"], scene.Journal.Taken.Select(record => record.Text));
    }

    [Fact]
    public async Task Consumers_that_are_deactivated_go_on_at_the_next_record()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, partitions: 2);
        await scene.StartAsync(silos: 2);
        var management = scene.Cluster.Client.GetGrain<IManagementGrain>(0);
        for (var round = 0; round < 4; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 10).Select(key => scene.WriteAsync($"k{key}", [$"{round}"])));
            await scene.AllCommittedAsync((round + 1) * 10);
            await management.ForceActivationCollection(TimeSpan.Zero);
        }

        foreach (var key in scene.Journal.Taken.GroupBy(record => record.Key))
            Assert.Equal(["0", "1", "2", "3"], key.Select(record => record.Text));
    }

    [Fact]
    public async Task Many_producers_and_consumers_in_grains_and_clients_miss_nothing_while_a_silo_joins()
    {
        await using var scene = await CreateAsync(partitions: 4);
        await scene.StartAsync();
        var grains = Enumerable.Range(0, 10).Select(number => scene.Cluster.Client.GetGrain<IExplicitConsumerGrain>(scene.Journal.Key($"k{number}"))).ToList();
        await Task.WhenAll(grains.Select(grain => grain.SubscribeAsync(Namespace)));
        await Task.WhenAll(grains.Select(grain => SendAsync(grain, 10)));
        await scene.Cluster.StartAdditionalSiloAsync();
        await Task.WhenAll(grains.Select(grain => SendAsync(grain, 10)));
        await scene.SharedAsync(partitions: 4, silos: 2);
        await Task.WhenAll(grains.Select(grain => SendAsync(grain, 10)));
        await scene.AllCommittedAsync(300);
        Assert.Equal(300, scene.Journal.Taken.Select(record => (record.Partition, record.Offset)).Distinct().Count());
    }

    [Fact]
    public async Task A_consumer_that_resumes_at_its_token_gets_what_comes_after()
    {
        await using var scene = await CreateAsync();
        await scene.StartAsync();
        var stream = scene.ClientStream("k");
        StreamSequenceToken? last = null;
        var handle = await stream.SubscribeAsync((item, token) =>
        {
            last = token;
            return scene.Journal.TakeAsync([item]);
        });
        await stream.OnNextBatchAsync([Item("0"), Item("1")]);
        await scene.CommittedAsync(2);
        await handle.ResumeAsync((item, _) => scene.Journal.TakeAsync([item with { Text = $"resumed {item.Text}" }]), last);
        await stream.OnNextBatchAsync([Item("2"), Item("3")]);
        await scene.CommittedAsync(4);
        Assert.Equal(["0", "1", "resumed 2", "resumed 3"], scene.Journal.Taken.Select(record => record.Text));
    }

    [Fact]
    public async Task A_stream_that_was_idle_until_its_agent_forgot_it_goes_on_with_the_next_record()
    {
        var inactivity = TimeSpan.FromMilliseconds(200);
        await using var scene = await CreateAsync(
            configureSilo: silo => silo.Services.Configure<StreamPullingAgentOptions>(KafkaScene.Provider, options => options.StreamInactivityPeriod = inactivity));
        await scene.StartAsync();
        var grain = scene.Cluster.Client.GetGrain<IExplicitConsumerGrain>(scene.Journal.Key("k"));
        await grain.SubscribeAsync(Namespace);
        for (var round = 0; round < 3; round++)
        {
            await grain.SendAsync(Namespace, $"{round}");
            await scene.CommittedAsync(round + 1);
            // Agents look for idle streams every so often while they wait for records, at the longest every five seconds.
            var since = Stopwatch.StartNew();
            await Eventually.ReachAsync("the stream idle for long", () => since.Elapsed, elapsed => elapsed > TimeSpan.FromSeconds(6));
        }

        Assert.Equal(["0", "1", "2"], scene.Journal.Taken.Select(record => record.Text));
    }

    private static async Task SendAsync(IExplicitConsumerGrain grain, int count)
    {
        for (var number = 0; number < count; number++)
            await grain.SendAsync(Namespace, $"{number}");
    }

    private static TestRecord Item(string text) => new("", text, 0, 0);

    private Task<KafkaScene> CreateAsync(int partitions = 1, Action<ISiloBuilder>? configureSilo = null)
        => KafkaScene.CreateAsync(
            broker, Namespace, partitions, options => options.PubSub = StreamPubSubType.ExplicitGrainBasedAndImplicit,
            silo =>
            {
                silo.AddMemoryGrainStorage("PubSubStore");
                configureSilo?.Invoke(silo);
            });
}
