using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Confluent.Kafka;

namespace Orleans.Streaming.Kafka.Tests;

public sealed class DeliveryTests(Broker broker)
{
    [Fact]
    public async Task Records_of_many_keys_arrive_once_each_and_in_the_order_of_their_key()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, partitions: 4);
        await scene.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(key => scene.WriteAsync($"k{key}", Numbers(0, 50))));
        var taken = await scene.TakenAsync(1000);
        Assert.Equal(1000, taken.Count);
        foreach (var key in taken.GroupBy(record => record.Key))
            Assert.Equal(Numbers(0, 50), key.Select(record => record.Text));
    }

    [Fact]
    public async Task Consecutive_records_of_a_key_that_wait_come_as_one_batch()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        await scene.WriteAsync("k", Numbers(0, 50));
        await scene.StartAsync();
        await scene.TakenAsync(50);
        Assert.True(scene.Journal.Batches.Count < 10, $"expected few batches of many records, saw {string.Join(", ", scene.Journal.Batches)}");
    }

    [Fact]
    public async Task Finished_records_are_committed_up_to_the_end()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, ItemConsumerGrain.Namespace);
        await scene.StartAsync();
        await scene.WriteAsync("a", Numbers(0, 10));
        await scene.WriteAsync("b", Numbers(0, 10));
        await scene.CommittedAsync(20);
        Assert.Equal(20, scene.Journal.Taken.Count);
    }

    [Fact]
    public async Task An_unreadable_record_goes_alone_to_the_dead_letter_topic_with_its_reason()
    {
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        await scene.StartAsync();
        var before = TimeProvider.System.GetUtcNow();
        await scene.WriteAsync("k", ["0", "1", "unreadable!", "3", "4"], headers: new Headers { { "ce_id", "an id"u8.ToArray() }, { "empty", null } });
        Assert.Equal(["0", "1", "3", "4"], (await scene.TakenAsync(4)).Select(record => record.Text));
        var letter = Assert.Single(await scene.DeadLettersAsync(1));
        Assert.Equal("unreadable!", Encoding.UTF8.GetString(letter.Message.Value));
        Assert.Equal(scene.Journal.Key("k"), Encoding.UTF8.GetString(letter.Message.Key));
        Assert.Equal(scene.Topic, letter.Text("dlq-topic"));
        Assert.Equal("0", letter.Text("dlq-partition"));
        Assert.Equal("2", letter.Text("dlq-offset"));
        Assert.Equal("'unreadable!' can't be read", letter.Text("dlq-reason"));
        Assert.Contains(nameof(FormatException), letter.Text("dlq-exception"), StringComparison.Ordinal);
        Assert.InRange(DateTimeOffset.ParseExact(letter.Text("dlq-time"), "O", CultureInfo.InvariantCulture), before, TimeProvider.System.GetUtcNow());
        Assert.Equal("an id", letter.Text("ce_id"));
        Assert.Null(letter.Message.Headers.Single(header => header.Key == "empty").GetValueBytes());
        await scene.CommittedAsync(5);
    }

    [Fact]
    public async Task What_a_consumer_does_with_a_record_is_gone_when_it_is_delivered_again()
    {
        var seen = new ConcurrentQueue<TestRecord>();
        await using var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace);
        scene.Journal.Before = records =>
        {
            seen.Enqueue(records[0]);
            return seen.Count == 1 ? throw new TimeoutException("once more") : Task.CompletedTask;
        };
        await scene.StartAsync();
        await scene.WriteAsync("k", ["0"]);
        await scene.CommittedAsync(1);
        Assert.Equal(2, seen.Count);
        Assert.Equal(seen.First(), seen.Last());
        Assert.NotSame(seen.First(), seen.Last());
    }

    private static IEnumerable<string> Numbers(int first, int count) => Enumerable.Range(first, count).Select(number => $"{number}");
}
