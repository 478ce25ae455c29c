using Confluent.Kafka;

namespace Kafka.Embedded.Tests;

public sealed class ProducerTests
{
    [Fact]
    public async Task An_idempotent_producer_keeps_the_order_over_cut_connections()
    {
        await using var kafka = EmbeddedKafka.Start();
        kafka.CreateTopic("players", partitions: 1);
        using var producer = Clients.Producer(kafka, config => config.EnableIdempotence = true);
        kafka.PushRequestErrors(KafkaApi.Produce, ErrorCode.NoError, ErrorCode.Local_Transport, ErrorCode.NotLeaderForPartition, ErrorCode.NoError, ErrorCode.Local_Transport);

        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => producer.ProduceAsync("players", new Message<string, string> { Value = $"{i}" })));

        using var consumer = Clients.Consumer(kafka, "readers");
        consumer.Subscribe("players");
        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"{i}"), Clients.Take(consumer, 500).ConvertAll(result => result.Message.Value));
        consumer.Close();
    }

    [Fact]
    public async Task A_record_whose_answer_is_lost_is_written_twice_even_by_an_idempotent_producer()
    {
        // A real broker would know the second by its sequence number: readers of the embedded Kafka need to be idempotent.
        await using var kafka = EmbeddedKafka.Start();
        kafka.CreateTopic("players", partitions: 1);
        using var producer = Clients.Producer(kafka, config =>
        {
            config.EnableIdempotence = true;
            config.RequestTimeoutMs = 1000;
            config.SocketTimeoutMs = 1000;
        });
        kafka.PushResponses(1, KafkaApi.Produce, new BrokerResponse(ErrorCode.NoError, TimeSpan.FromMinutes(30)));

        var sent = await producer.ProduceAsync("players", new Message<string, string> { Value = "twice" });

        Assert.Equal(1, sent.Offset.Value);
        using var consumer = Clients.Consumer(kafka, "readers");
        consumer.Subscribe("players");
        Assert.Equal(["twice", "twice"], Clients.Take(consumer, 2).ConvertAll(result => result.Message.Value));
        consumer.Close();
    }

    [Fact]
    public async Task Transactions_commit_but_what_is_aborted_is_read_as_well()
    {
        await using var kafka = EmbeddedKafka.Start();
        kafka.CreateTopic("players", partitions: 1);
        using var producer = Clients.Producer(kafka, config => config.TransactionalId = "relay-0");
        producer.InitTransactions(Clients.Patience);
        producer.BeginTransaction();
        await producer.ProduceAsync("players", new Message<string, string> { Value = "aborted" });
        producer.AbortTransaction(Clients.Patience);
        producer.BeginTransaction();
        await producer.ProduceAsync("players", new Message<string, string> { Value = "committed" });
        producer.CommitTransaction(Clients.Patience);

        using var consumer = Clients.Consumer(kafka, "readers", config => config.IsolationLevel = IsolationLevel.ReadCommitted);
        consumer.Subscribe("players");
        Assert.Equal(["aborted", "committed"], Clients.Take(consumer, 2).ConvertAll(result => result.Message.Value));
        consumer.Close();
    }

    [Fact]
    public async Task Transactions_take_offsets_without_keeping_them_and_end_no_other_producers()
    {
        await using var kafka = EmbeddedKafka.Start();
        kafka.CreateTopic("players", partitions: 1);
        using var first = Clients.Producer(kafka, config => config.TransactionalId = "relay-0");
        using var second = Clients.Producer(kafka, config => config.TransactionalId = "relay-0");
        using var consumer = Clients.Consumer(kafka, "readers");
        first.InitTransactions(Clients.Patience);
        second.InitTransactions(Clients.Patience);

        first.BeginTransaction();
        await first.ProduceAsync("players", new Message<string, string> { Value = "by the first" });
        first.SendOffsetsToTransaction([new TopicPartitionOffset("players", 0, 1)], consumer.ConsumerGroupMetadata, Clients.Patience);
        first.CommitTransaction(Clients.Patience);

        Assert.Equal(Offset.Unset, consumer.Committed([new TopicPartition("players", 0)], Clients.Patience)[0].Offset);
    }
}
