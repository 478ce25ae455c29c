using Confluent.Kafka;
using ShellCorp.AppHost.Running;
using ShellCorp.Cluster.Tests.Systems;
using ShellCorp.Events;
using ShellCorp.Silo.Kafka;

namespace ShellCorp.Cluster.Tests;

public sealed class HaltTests
{
    [Fact]
    public async Task A_run_ends_with_the_reason_once_the_log_no_longer_has_what_comes_next()
    {
        var brokers = EmbeddedBrokers.Start();
        var kafka = new KafkaOptions { BootstrapServers = brokers.BootstrapServers };
        await WriteAsync(kafka, records: 10);
        Commit(kafka, offset: 2);
        brokers.DeleteRecordsBefore(Topics.PlayerUpdates, 0, 8);
        await using var system = await EmbeddedSystem.StartAsync(brokers, silos: 1, port: 0, CancellationToken.None);

        var run = new HaltWatch(system.Streams, TimeProvider.System)
            .RunAsync(token => Task.Delay(Timeout.InfiniteTimeSpan, token), CancellationToken.None);
        var halted = await Assert.ThrowsAsync<StreamHaltedException>(() => run.WaitAsync(Patience.Limit));

        Assert.Contains("PlayerUpdates [0] is halted at offset 2", halted.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_ends_by_itself_is_left_alone()
    {
        await new HaltWatch([], TimeProvider.System).RunAsync(_ => Task.CompletedTask, CancellationToken.None);

        await Assert.ThrowsAsync<FormatException>(
            () => new HaltWatch([], TimeProvider.System).RunAsync(_ => Task.FromException(new FormatException()), CancellationToken.None));
    }

    private static async Task WriteAsync(KafkaOptions kafka, int records)
    {
        using var producer = new ProducerBuilder<byte[], byte[]>(kafka.ToLibrdkafka()).Build();
        for (var i = 0; i < records; i++)
            await producer.ProduceAsync(new TopicPartition(Topics.PlayerUpdates, 0), new() { Key = [1], Value = [1] });
    }

    private static void Commit(KafkaOptions kafka, long offset)
    {
        var config = new ConsumerConfig(kafka.ToLibrdkafka()) { GroupId = kafka.GroupId };
        using var consumer = new ConsumerBuilder<byte[], byte[]>(config).Build();
        consumer.Commit([new(Topics.PlayerUpdates, 0, offset)]);
    }
}
