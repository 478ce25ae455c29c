using System.Text;
using Confluent.Kafka;
using Kafka.Embedded;

namespace Orleans.Streaming.Kafka.Tests;

public sealed class RedriveTests(Broker broker)
{
    [Fact]
    public async Task Dead_letters_are_written_back_once_with_their_own_headers_when_the_consumer_takes_them()
    {
        await using var scene = await CreateAsync(partitions: 2);
        await scene.WriteAsync("k", ["0", "bad1", "bad2", "3"], partition: 1, new Headers { { "ce_id", "id"u8.ToArray() } });
        await scene.AllCommittedAsync(4);
        await scene.DeadLettersAsync(2);
        Mend(scene);
        var redriven = await scene.Admin().RedriveAsync(scene.Topic, letter => TextOf(letter) == "bad1");
        Assert.Equal(new KafkaRedriven(Written: 1, Skipped: 1), redriven);
        Assert.Equal(new KafkaRedriven(0, 0), await scene.Admin().RedriveAsync(scene.Topic));
        await scene.TakenAsync(3);
        await EndAsync(scene, partition: 1);
        Assert.Equal(["0", "3", "bad1", "end"], scene.Journal.Taken.Select(record => record.Text));
        Assert.All(scene.Journal.Taken, record => Assert.Equal(1, record.Partition));
        var written = scene.ReadAll().Single(record => record.Offset >= 4 && Encoding.UTF8.GetString(record.Message.Value) == "bad1");
        Assert.Equal(["ce_id"], written.Message.Headers.Select(header => header.Key));
        Assert.Equal("id", written.Text("ce_id"));
    }

    [Fact]
    public async Task A_redrive_that_begins_ends_the_one_under_way_and_each_record_is_written_once()
    {
        using var reached = new SemaphoreSlim(0);
        using var release = new SemaphoreSlim(0);
        await using var scene = await CreateAsync();
        await scene.WriteAsync("k", Enumerable.Range(0, 20).Select(number => $"bad{number}"));
        await scene.CommittedAsync(20);
        await scene.DeadLettersAsync(20);
        Mend(scene);
        var first = scene.Admin().RedriveAsync(scene.Topic, letter =>
        {
            if (TextOf(letter) == "bad5")
            {
                reached.Release();
                release.Wait(TestContext.Current.CancellationToken);
            }

            return true;
        });
        Assert.True(await reached.WaitAsync(Eventually.Patience), "the first redrive has not come to its sixth record");
        Assert.Equal(new KafkaRedriven(Written: 20, Skipped: 0), await scene.Admin().RedriveAsync(scene.Topic));
        release.Release();
        var ended = await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        Assert.Contains("Another redrive", ended.Message, StringComparison.Ordinal);
        await scene.TakenAsync(20);
        await EndAsync(scene);
        Assert.Equal([.. Enumerable.Range(0, 20).Select(number => $"bad{number}").Order(StringComparer.Ordinal), "end"], scene.Journal.Taken.Select(record => record.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_record_that_the_dead_letter_topic_can_not_hold_goes_there_without_its_value_and_comes_back_with_it()
    {
        const int Limit = 20_000;
        await using var scene = await CreateAsync();
        if (Broker.IsReal)
            await scene.LimitDeadLettersAsync(Limit);
        else
            broker.Embedded.PushPartitionErrors(scene.DeadLetterTopic, 0, KafkaApi.Produce, Confluent.Kafka.ErrorCode.MsgSizeTooLarge);
        var large = "bad" + new string('.', 2 * Limit);
        await scene.WriteAsync("k", [large, "1"]);
        await scene.CommittedAsync(2);
        var letter = Assert.Single(await scene.DeadLettersAsync(1));
        Assert.Null(letter.Message.Value);
        Assert.Equal($"{large.Length}", letter.Text("dlq-omitted-bytes"));
        Assert.Equal("0", letter.Text("dlq-offset"));
        Mend(scene);
        Assert.Equal(new KafkaRedriven(1, 0), await scene.Admin().RedriveAsync(scene.Topic));
        Assert.Equal(["1", large], (await scene.TakenAsync(2)).Select(record => record.Text));
    }

    private async Task<KafkaScene> CreateAsync(int partitions = 1)
    {
        var scene = await KafkaScene.CreateAsync(broker, BatchConsumerGrain.Namespace, partitions);
        scene.Journal.Before = records => records.Any(record => record.Text.StartsWith("bad", StringComparison.Ordinal)) ? throw new RecordRefusedException("bad") : Task.CompletedTask;
        await scene.StartAsync();
        return scene;
    }

    private static void Mend(KafkaScene scene) => scene.Journal.Before = _ => Task.CompletedTask;

    /// <summary>What came before it has been taken when it is.</summary>
    private static async Task EndAsync(KafkaScene scene, int partition = 0)
    {
        await scene.WriteAsync("k", ["end"], partition);
        await Eventually.ReachAsync("the last record taken", () => scene.Journal.Taken.Any(record => record.Text == "end"), taken => taken, scene.Log.Tail);
    }

    private static string TextOf(KafkaDeadLetter letter) => Encoding.UTF8.GetString(letter.Record.Value ?? []);
}
