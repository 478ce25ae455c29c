using System.Text;
using Confluent.Kafka;

namespace Orleans.Streaming.Kafka.Tests;

public sealed class StreamIdentityTests(Broker broker)
{
    private const string NoConsumer = "nobodys";

    [Fact]
    public async Task A_header_can_name_the_stream_and_joins_records_of_many_partitions()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, partitions: 3, configure: options =>
        {
            options.Rewindable = false;
            options.Topics[0].StreamKeyHeader = "team";
        });
        await scene.StartAsync();
        var team = new Headers { { "team", Encoding.UTF8.GetBytes(scene.Journal.Key("team")) } };
        for (var round = 0; round < 20; round++)
        {
            for (var partition = 0; partition < 3; partition++)
                await scene.WriteAsync($"player{partition}", [$"{round}"], partition, team);
        }

        await scene.AllCommittedAsync(60);
        Assert.Equal(60, scene.Journal.Taken.Select(record => (record.Partition, record.Offset)).Distinct().Count());
        Assert.Equal(60, scene.Journal.Taken.Count);
    }

    [Fact]
    public async Task One_stream_gets_ten_thousand_records_from_eight_partitions_through_a_header()
    {
        const int Partitions = 8;
        const int PerPartition = 1250;
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, Partitions, configure: options =>
        {
            options.Rewindable = false;
            options.Topics[0].StreamKeyHeader = "team";
        });
        await scene.StartAsync();
        var team = new Headers { { "team", Encoding.UTF8.GetBytes(scene.Journal.Key("team")) } };
        await Task.WhenAll(Enumerable.Range(0, Partitions).Select(partition => scene.WriteAsync(
            $"player{partition}", Enumerable.Range(0, PerPartition).Select(number => $"{number}"), partition, team)));
        await scene.AllCommittedAsync(Partitions * PerPartition);
        Assert.Equal(Partitions * PerPartition, scene.Journal.Taken.Count);
        foreach (var partition in scene.Journal.Taken.GroupBy(record => record.Partition))
            Assert.Equal(Enumerable.Range(0, PerPartition).Select(offset => (long)offset), partition.Select(record => record.Offset));
    }

    [Fact]
    public async Task One_provider_reads_several_topics_and_another_sees_one_of_them_by_a_header()
    {
        const string SecondView = "by-team";
        await using var other = await KafkaScene.CreateAsync(broker, NoConsumer);
        KafkaScene scene = null!;
        scene = await KafkaScene.CreateAsync(
            broker, BatchConsumerGrain.Namespace,
            configure: options => options.Topics.Add(new KafkaTopicOptions { Name = other.Topic, Namespace = ItemConsumerGrain.Namespace }),
            configureSilo: silo => scene.AddProvider(silo, SecondView, options =>
            {
                options.Rewindable = false;
                options.GroupId += SecondView;
                options.Topics[0].StreamKeyHeader = "team";
                options.Topics[0].Namespace = TeamConsumerGrain.Namespace;
            }));
        await using var owned = scene;
        await scene.StartAsync();
        var team = new Headers { { "team", Encoding.UTF8.GetBytes(scene.Journal.Key("team")) } };
        await scene.WriteAsync("a", ["0", "1"], headers: team);
        await scene.WriteAsync("b", ["2"], headers: team);
        await other.WriteRawAsync(Encoding.UTF8.GetBytes(scene.Journal.Key("c")), "other topic");
        await scene.TakenAsync(7);
        await scene.AllCommittedAsync(3);
        Assert.Equal(["0", "0", "1", "1", "2", "2", "other topic"], scene.Journal.Taken.Select(record => record.Text).Order());
        Assert.Equal(["0", "1", "2"], TeamConsumerGrain.Taken.Where(taken => taken.Team == scene.Journal.Key("team")).Select(taken => taken.Text));
    }

    [Fact]
    public async Task A_key_that_two_partitions_hold_loses_nothing_to_a_consumer_that_keeps_its_position()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, partitions: 2);
        await scene.StartAsync();
        for (var round = 0; round < 10; round++)
        {
            await scene.WriteAsync("k", [$"{round}", $"{round}"], partition: 0);
            await scene.WriteAsync("k", [$"{round}"], partition: 1);
            await scene.TakenAsync((round + 1) * 3);
        }

        await scene.AllCommittedAsync(30);
        Assert.Equal(30, scene.Journal.Taken.Count);
        foreach (var partition in scene.Journal.Taken.GroupBy(record => record.Partition))
            Assert.Equal(partition.Select(record => record.Offset).Order(), partition.Select(record => record.Offset));
    }

    [Fact]
    public async Task Records_that_nobody_subscribes_to_are_finished()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, "nobodys");
        await scene.StartAsync();
        await scene.WriteAsync("a", ["1", "2", "3"]);
        await scene.WriteAsync("b", ["4"]);
        await scene.CommittedAsync(4);
        await scene.WriteAsync("a", ["5"]);
        await scene.CommittedAsync(5);
    }

    [Fact]
    public async Task A_key_that_can_name_no_subscribing_grain_is_refused_and_holds_nothing_up()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, NumberedConsumerGrain.Namespace);
        await scene.StartAsync();
        var number = Random.Shared.NextInt64();
        await scene.WriteRawAsync("not a number"u8.ToArray(), "lost");
        await scene.WriteRawAsync(Encoding.UTF8.GetBytes($"{number}"), "found");
        await scene.CommittedAsync(2);
        Assert.Equal(["found"], NumberedConsumerGrain.Taken.Where(taken => taken.Key == number).Select(taken => taken.Text));
        Assert.Contains("names no grain", (await scene.DeadLettersAsync(1))[0].Text("dlq-reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consumer_that_can_not_be_activated_holds_up_its_own_key_only()
    {
        var activatable = new TaskCompletionSource();
        await using var scene = await KafkaScene.CreateAsync(
            broker, ReluctantConsumerGrain.Namespace, configure: options => options.HandshakeTimeout = TimeSpan.FromMilliseconds(200));
        scene.Journal.Activating = key => key.EndsWith("reluctant", StringComparison.Ordinal) && !activatable.Task.IsCompleted
            ? throw new TimeoutException("the store is away")
            : key.EndsWith("slow", StringComparison.Ordinal) ? activatable.Task : Task.CompletedTask;
        await scene.StartAsync();
        await scene.WriteAsync("reluctant", ["1", "2"]);
        await scene.WriteAsync("slow", ["1", "2"]);
        for (var round = 0; round < 5; round++)
        {
            await scene.WriteAsync($"good{round}", ["1", "2"]);
            await scene.TakenAsync((round + 1) * 2);
        }

        Assert.InRange(scene.Committed(), -1001, 0);
        activatable.SetResult();
        await scene.CommittedAsync(14);
        Assert.Equal(14, scene.Journal.Taken.Select(record => (record.Partition, record.Offset)).Distinct().Count());
    }
}
