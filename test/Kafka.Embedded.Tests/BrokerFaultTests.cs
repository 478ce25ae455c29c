using Confluent.Kafka;

namespace Kafka.Embedded.Tests;

public sealed class BrokerFaultTests
{
    private static readonly EmbeddedKafkaOptions ThreeBrokers = new() { Brokers = 3 };
    private static readonly TimeSpan LongerThanAnyTest = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task A_broker_that_is_down_takes_nothing_and_takes_again_when_it_is_up_while_others_go_on()
    {
        await using var kafka = EmbeddedKafka.Start(ThreeBrokers);
        kafka.CreateTopic("matches", partitions: 2);
        kafka.SetPartitionLeader("matches", 0, broker: 1);
        kafka.SetPartitionLeader("matches", 1, broker: 2);
        using var producer = Clients.Producer(kafka, config => config.MessageTimeoutMs = 1500);
        await SendAsync(producer, partition: 0, "before");
        await SendAsync(producer, partition: 1, "before");

        kafka.SetBrokerDown(2);
        kafka.SetBrokerDown(2);
        await SendAsync(producer, partition: 0, "meanwhile");
        var lost = await Assert.ThrowsAsync<ProduceException<string, string>>(() => SendAsync(producer, partition: 1, "lost"));
        kafka.SetBrokerUp(2);
        await SendUntilTakenAsync(producer, partition: 1, "after");

        Assert.Equal(ErrorCode.Local_MsgTimedOut, lost.Error.Code);
        Assert.Equal(["before", "meanwhile"], Values(kafka, partition: 0, count: 2));
        Assert.Equal(["before", "after"], Values(kafka, partition: 1, count: 2));
    }

    [Fact]
    public async Task A_long_round_trip_leaves_the_outcome_unknown_though_the_record_is_there()
    {
        await using var kafka = EmbeddedKafka.Start();
        kafka.CreateTopic("matches", partitions: 2);
        using var producer = Clients.Producer(kafka, config => config.MessageTimeoutMs = 1500);
        await SendAsync(producer, partition: 0, "before");

        kafka.SetRoundTripTime(1, LongerThanAnyTest);
        var unknown = await Assert.ThrowsAsync<ProduceException<string, string>>(() => SendAsync(producer, partition: 0, "slow"));
        kafka.SetRoundTripTime(1, TimeSpan.Zero);

        Assert.Equal(ErrorCode.Local_MsgTimedOut, unknown.Error.Code);
        Assert.Equal(["before", "slow"], Values(kafka, partition: 0, count: 2));
    }

    [Fact]
    public async Task A_moved_leader_is_found_by_producers_and_consumers_and_keeps_the_records()
    {
        await using var kafka = EmbeddedKafka.Start(ThreeBrokers);
        kafka.CreateTopic("matches", partitions: 2);
        kafka.SetPartitionLeader("matches", 0, broker: 1);
        using var producer = Clients.Producer(kafka);
        await SendAsync(producer, partition: 0, "on 1");

        kafka.SetPartitionLeader("matches", 0, broker: 3);
        kafka.StartRequestTracking();
        await SendAsync(producer, partition: 0, "on 3");
        var requests = kafka.StopRequestTracking();

        Assert.Equal(3, requests.Last(request => request.Api == KafkaApi.Produce).Broker);
        Assert.Equal(["on 1", "on 3"], Values(kafka, partition: 0, count: 2));
        using var admin = Clients.Admin(kafka);
        Assert.Equal(3, admin.GetMetadata("matches", Clients.Patience).Topics.Single().Partitions.Single(partition => partition.PartitionId == 0).Leader);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_group_goes_to_the_coordinator_that_is_set(int coordinator)
    {
        await using var kafka = EmbeddedKafka.Start(ThreeBrokers);
        kafka.CreateTopic("matches", partitions: 1);
        kafka.SetCoordinator("readers", coordinator);
        using var consumer = Clients.Consumer(kafka, "readers");
        kafka.StartRequestTracking();

        consumer.Commit([new TopicPartitionOffset("matches", 0, 0)]);

        Assert.Equal(coordinator, kafka.GetRequests().Single(request => request.Api == KafkaApi.OffsetCommit).Broker);
    }

    [Fact]
    public async Task A_follower_that_is_set_serves_the_fetches()
    {
        await using var kafka = EmbeddedKafka.Start(ThreeBrokers);
        kafka.CreateTopic("matches", partitions: 2);
        kafka.SetPartitionLeader("matches", 0, broker: 1);
        kafka.SetPartitionFollower("matches", 0, broker: 2);
        using var producer = Clients.Producer(kafka);
        await SendAsync(producer, partition: 0, "x");
        kafka.StartRequestTracking();

        Assert.Equal(["x"], Values(kafka, partition: 0, count: 1));

        Assert.Contains(kafka.GetRequests(), request => request is { Api: KafkaApi.Fetch, Broker: 2 });
    }

    [Fact]
    public async Task A_broker_that_is_not_there_is_refused_with_the_range()
    {
        await using var kafka = EmbeddedKafka.Start(ThreeBrokers);
        kafka.CreateTopic("matches", partitions: 2);
        Action<int>[] faults =
        [
            kafka.SetBrokerDown,
            kafka.SetBrokerUp,
            broker => kafka.SetRoundTripTime(broker, TimeSpan.Zero),
            broker => kafka.SetPartitionLeader("matches", 0, broker),
            broker => kafka.SetPartitionFollower("matches", 0, broker),
            broker => kafka.SetCoordinator("readers", broker),
            broker => kafka.PushResponses(broker, KafkaApi.Produce, new BrokerResponse(ErrorCode.NoError)),
            broker => kafka.CountPendingResponses(broker, KafkaApi.Produce),
        ];

        foreach (var broker in new[] { -1, 0, 4 })
        {
            foreach (var fault in faults)
                Assert.Contains("broker must be from 1 to 3", Assert.Throws<ArgumentOutOfRangeException>(() => fault(broker)).Message, StringComparison.Ordinal);
        }
    }

    private static Task<DeliveryResult<string, string>> SendAsync(IProducer<string, string> producer, int partition, string value)
        => producer.ProduceAsync(new TopicPartition("matches", partition), new Message<string, string> { Value = value });

    private static async Task SendUntilTakenAsync(IProducer<string, string> producer, int partition, string value)
    {
        using var patience = new CancellationTokenSource(Clients.Patience);
        while (true)
        {
            try
            {
                await SendAsync(producer, partition, value);
                return;
            }
            catch (ProduceException<string, string> notYet) when (notYet.Error.Code == ErrorCode.Local_MsgTimedOut)
            {
                Assert.False(patience.IsCancellationRequested, $"expected the broker to take '{value}' again within {Clients.Patience}, saw {notYet.Error}");
            }
        }
    }

    private static List<string> Values(EmbeddedKafka kafka, int partition, int count)
    {
        using var consumer = Clients.Consumer(kafka, "checker");
        consumer.Assign(new TopicPartitionOffset("matches", partition, Offset.Beginning));
        return Clients.Take(consumer, count).ConvertAll(result => result.Message.Value);
    }
}
