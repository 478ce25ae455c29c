using Confluent.Kafka;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>A producer that others are still using when it is closed or made anew.</summary>
public sealed class RenewableProducerTests(Broker broker)
{
    private const int Senders = 8;
    private const int Rounds = 20;
    private const int Before = 10;

    [Fact]
    public async Task Closed_under_many_hands_it_reports_every_record_it_took_and_refuses_the_rest()
    {
        var topic = $"t-{Guid.NewGuid():N}";
        await broker.CreateTopicAsync(topic, 1);
        for (var round = 0; round < Rounds; round++)
        {
            var producer = Producer();
            var busy = Enumerable.Range(0, Senders).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
            var senders = busy.Select(begun => Task.Run(() => SendUntilClosedAsync(producer, topic, begun))).ToArray();
            await Task.WhenAny(Task.WhenAll(busy.Select(begun => begun.Task)), Task.WhenAny(senders)).WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);

            producer.Dispose();

            await Task.WhenAll(senders).WaitAsync(Eventually.Patience, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Given_up_while_in_use_it_is_closed_by_the_last_user_and_another_takes_its_place()
    {
        var topic = $"t-{Guid.NewGuid():N}";
        await broker.CreateTopicAsync(topic, 1);
        using var producer = Producer();
        using var first = producer.Lease();
        using var second = producer.Lease();
        Assert.Same(first.Client, second.Client);

        producer.Renew(first);
        producer.Renew(second);
        using var third = producer.Lease();

        Assert.NotSame(second.Client, third.Client);
        foreach (var lease in new[] { first, second, third })
            Assert.Equal(PersistenceStatus.Persisted, (await lease.Client.ProduceAsync(topic, Record(), TestContext.Current.CancellationToken)).Status);
    }

    private RenewableProducer Producer() => new(
        new ProducerConfig { BootstrapServers = broker.BootstrapServers, Acks = Acks.All, LingerMs = 1, MessageTimeoutMs = 30_000 }, _ => { });

    private static Message<byte[]?, byte[]?> Record() => new() { Value = "x"u8.ToArray() };

    private static async Task SendUntilClosedAsync(RenewableProducer producer, string topic, TaskCompletionSource begun)
    {
        for (var sent = 0; ;)
        {
            Task<DeliveryResult<byte[]?, byte[]?>> delivery;
            try
            {
                using var lease = producer.Lease();
                delivery = lease.Client.ProduceAsync(topic, Record());
            }
            catch (ObjectDisposedException)
            {
                Assert.True(sent >= Before, $"expected at least {Before} records before the producer was closed, saw {sent}");
                return;
            }

            Assert.Equal(PersistenceStatus.Persisted, (await delivery).Status);
            if (++sent == Before)
                begun.SetResult();
        }
    }
}
