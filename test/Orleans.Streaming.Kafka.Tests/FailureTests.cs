using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace Orleans.Streaming.Kafka.Tests;

public sealed class FailureTests(Broker broker)
{
    [Theory]
    [InlineData(BatchConsumerGrain.Namespace)]
    [InlineData(ItemConsumerGrain.Namespace)]
    public async Task A_refused_record_in_a_batch_of_50_goes_alone_to_the_dead_letter_topic(string streamNamespace)
    {
        await using var scene = await KafkaScene.CreateAsync(broker, streamNamespace);
        scene.Journal.Before = records => records.Any(record => record.Text == "25")
            ? throw new RecordRefusedException("25 is not wanted")
            : Task.CompletedTask;
        await scene.WriteAsync("k", Numbers(50));
        await scene.StartAsync();
        await scene.CommittedAsync(50);
        Assert.Equal(Numbers(50).Where(text => text != "25"), scene.Journal.Taken.Select(record => record.Text));
        var letter = Assert.Single(await scene.DeadLettersAsync(1));
        Assert.Equal("25", Encoding.UTF8.GetString(letter.Message.Value));
        Assert.Equal("25", letter.Text("dlq-offset"));
        Assert.Equal("25 is not wanted", letter.Text("dlq-reason"));
        Assert.Equal(1, scene.Statuses().Sum(status => status.DeadLettered));
    }

    [Fact]
    public async Task An_exception_type_named_as_refusing_refuses()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, configure: options => options.RefusedExceptionTypes.Add(typeof(ArgumentException)));
        scene.Journal.Before = records => records.Any(record => record.Text == "1") ? throw new ArgumentNullException(nameof(records), "derived") : Task.CompletedTask;
        await scene.StartAsync();
        await scene.WriteAsync("k", Numbers(3));
        await scene.CommittedAsync(3);
        Assert.Equal(["0", "2"], scene.Journal.Taken.Select(record => record.Text));
        Assert.Equal("1", (await scene.DeadLettersAsync(1))[0].Text("dlq-offset"));
    }

    [Fact]
    public async Task Records_without_a_key_or_with_one_that_is_no_text_are_refused()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        await scene.StartAsync();
        await scene.WriteAsync(key: null, ["no key"]);
        await scene.WriteRawAsync([0xC3, 0x28], "no text");
        await scene.WriteAsync("k", ["good"]);
        await scene.CommittedAsync(3);
        Assert.Equal(["good"], scene.Journal.Taken.Select(record => record.Text));
        var letters = await scene.DeadLettersAsync(2);
        Assert.Equal(["no key", "no text"], letters.Select(letter => Encoding.UTF8.GetString(letter.Message.Value)).Order());
    }

    [Fact]
    public async Task While_the_dead_letter_topic_takes_nothing_the_refused_record_is_not_passed_over()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        scene.Journal.Before = records => records.Any(record => record.Text == "1") ? throw new RecordRefusedException("not wanted") : Task.CompletedTask;
        await broker.BreakAsync(scene.DeadLetterTopic);
        await scene.StartAsync();
        await scene.WriteAsync("k", Numbers(4));
        await scene.TakenAsync(3);
        await Eventually.ReachAsync("a stall that names the dead-letter topic", () => scene.Statuses().SingleOrDefault()?.StallReason, reason => reason?.Contains("dead-letter", StringComparison.Ordinal) == true);
        Assert.InRange(scene.Committed(), -1001, 1);
        await broker.MendAsync(scene.DeadLetterTopic);
        await scene.CommittedAsync(4);
        Assert.Single(await scene.DeadLettersAsync(1));
        Assert.Equal(["0", "2", "3"], scene.Journal.Taken.Select(record => record.Text));
        Assert.Null(scene.Statuses()[0].StallReason);
    }

    [Fact]
    public async Task A_consumer_that_fails_for_long_gets_every_record_in_the_end_and_none_is_dead_lettered()
    {
        var maxDeliveryTime = TimeSpan.FromMilliseconds(300);
        await using var scene = await KafkaScene.CreateAsync(
            broker, BatchConsumerGrain.Namespace,
            configureSilo: silo => silo.Services.Configure<StreamPullingAgentOptions>(KafkaScene.Provider, options => options.MaxEventDeliveryTime = maxDeliveryTime));
        var failures = 0;
        Stopwatch? since = null;
        scene.Journal.Before = records =>
        {
            since ??= Stopwatch.StartNew();
            if (since.Elapsed >= 3 * maxDeliveryTime)
                return Task.CompletedTask;
            failures++;
            throw new TimeoutException("the store is away");
        };
        await scene.StartAsync();
        await scene.WriteAsync("k", Numbers(20));
        await Eventually.ReachAsync("a stall that tells of it", () => scene.Statuses().SingleOrDefault()?.StallReason, reason => reason?.Contains("the store is away", StringComparison.Ordinal) == true);
        await scene.CommittedAsync(20);
        Assert.Equal(Numbers(20), scene.Journal.Taken.Select(record => record.Text));
        Assert.True(failures > 1, $"expected several attempts, saw {failures}");
        Assert.Equal(0, scene.Statuses().Sum(status => status.DeadLettered));
        Assert.Null(scene.Statuses()[0].StallReason);
    }

    [Fact]
    public async Task An_outage_of_three_times_the_delivery_time_with_a_drain_in_its_middle_loses_nothing_and_dead_letters_nothing()
    {
        const int Partitions = 4;
        var maxDeliveryTime = TimeSpan.FromSeconds(1);
        await using var scene = await KafkaScene.CreateAsync(
            broker, BatchConsumerGrain.Namespace, Partitions,
            configureSilo: silo => silo.Services.Configure<StreamPullingAgentOptions>(KafkaScene.Provider, options => options.MaxEventDeliveryTime = maxDeliveryTime));
        var (failures, isAway) = (0, true);
        scene.Journal.Before = _ =>
        {
            if (!Volatile.Read(ref isAway))
                return Task.CompletedTask;
            Interlocked.Increment(ref failures);
            throw new TimeoutException("the store is away");
        };
        await scene.StartAsync(silos: 2);
        await scene.SharedAsync(Partitions, silos: 2);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(key => scene.WriteAsync($"k{key}", Numbers(10))));
        await Eventually.ReachAsync("failures", () => Volatile.Read(ref failures), seen => seen > 0, scene.Log.Tail);
        var since = Stopwatch.StartNew();
        await OutageAsync(since, 1.5 * maxDeliveryTime);
        await scene.Cluster.StopSiloAsync(scene.Cluster.Silos[1]);
        await OutageAsync(since, 3 * maxDeliveryTime);
        Volatile.Write(ref isAway, false);
        await scene.AllCommittedAsync(200);
        Assert.Equal(200, scene.Journal.Taken.Select(record => (record.Partition, record.Offset)).Distinct().Count());
        Assert.Empty(await scene.DeadLettersAsync(0));
    }

    [Fact]
    public async Task A_consumer_that_fails_or_is_slow_holds_up_its_own_key_only_and_nothing_is_committed_beyond_it()
    {
        var release = new TaskCompletionSource();
        var fails = true;
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        scene.Journal.Before = async records =>
        {
            if (records[0].Key.EndsWith("slow", StringComparison.Ordinal))
                await release.Task;
            if (records[0].Key.EndsWith("failing", StringComparison.Ordinal) && Volatile.Read(ref fails))
                throw new TimeoutException("the store is away");
        };
        await scene.StartAsync();
        await scene.WriteAsync("good", Numbers(5));
        await scene.WriteAsync("slow", Numbers(5));
        await scene.WriteAsync("failing", Numbers(5));
        await scene.WriteAsync("good", Numbers(5));
        await scene.WriteAsync("other", Numbers(100));
        await scene.TakenAsync(110);
        await scene.CommittedAsync(5);
        release.SetResult();
        await scene.TakenAsync(115);
        await scene.CommittedAsync(10);
        Volatile.Write(ref fails, false);
        await scene.CommittedAsync(120);
        foreach (var key in scene.Journal.Taken.GroupBy(record => record.Key))
            Assert.Equal(key.Select(record => record.Offset).Order().Distinct(), key.Select(record => record.Offset));
    }

    private static Task<TimeSpan> OutageAsync(Stopwatch since, TimeSpan length)
        => Eventually.ReachAsync($"an outage of {length}", () => since.Elapsed, elapsed => elapsed >= length);

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(number => $"{number}");
}
