using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace Kafka.Embedded.Tests;

public sealed class GrowthTests
{
    private static readonly EmbeddedKafkaOptions Growing = new() { Brokers = 2, PartitionsToGrowTo = 8 };

    [Fact]
    public async Task A_topic_grows_under_its_group_which_gets_the_new_partitions_and_keeps_its_offsets()
    {
        await using var kafka = EmbeddedKafka.Start(Growing);
        kafka.CreateTopic("players", partitions: 4);
        using var producer = Clients.Producer(kafka, config => config.TopicMetadataRefreshIntervalMs = 200);
        await SendAsync(producer, partition: 3, "before");
        using var member = new Member(kafka, "readers", PartitionAssignmentStrategy.CooperativeSticky);
        await Eventually.ReachAsync("a member with 4 partitions", () => member.Partitions, partitions => partitions == 4);
        member.Consumer.Commit([new TopicPartitionOffset("players", 3, 1)]);
        await Assert.ThrowsAsync<ProduceException<string, string>>(() => SendAsync(producer, partition: 7, "too early"));

        kafka.GrowTopic("players", 8);

        await Eventually.ReachAsync("the member to have 8 partitions", () => member.Partitions, partitions => partitions == 8);
        await Eventually.ReachAsync("the producer to know 8 partitions", () => Send(producer, partition: 7, "after"), error => error == ErrorCode.NoError);
        Assert.Equal(1, member.Consumer.Committed([new TopicPartition("players", 3)], Clients.Patience).Single().Offset.Value);
        Assert.Equal(8, kafka.Topics["players"]);
    }

    [Fact]
    public async Task Metadata_shows_what_the_topic_has_now_under_one_id()
    {
        await using var kafka = EmbeddedKafka.Start(Growing);
        kafka.CreateTopic("players", partitions: 4);
        kafka.CreateTopic("large", partitions: 200);
        using var admin = Clients.Admin(kafka);

        var before = await DescribeAsync(admin);
        kafka.GrowTopic("players", 6);
        var grown = await DescribeAsync(admin);
        kafka.GrowTopic("players", 8);
        var full = await DescribeAsync(admin);

        Assert.Equal([0, 1, 2, 3], before.Partitions.Select(partition => partition.Partition));
        Assert.Equal((6, 8), (grown.Partitions.Count, full.Partitions.Count));
        Assert.Equal(before.TopicId.ToString(), full.TopicId.ToString());
        var all = admin.GetMetadata(Clients.Patience);
        Assert.Equal([("large", 200), ("players", 8)], all.Topics.Select(topic => (topic.Topic, topic.Partitions.Count)).Order());
        Assert.Equal(kafka.BootstrapServers, string.Join(',', all.Brokers.OrderBy(broker => broker.BrokerId).Select(broker => $"{broker.Host}:{broker.Port}")));
    }

    [Fact]
    public async Task Faults_reach_clients_through_the_relay()
    {
        await using var kafka = EmbeddedKafka.Start(Growing);
        kafka.CreateTopic("players", partitions: 4);
        kafka.SetPartitionLeader("players", 0, broker: 2);
        using var producer = Clients.Producer(kafka, config => config.MessageTimeoutMs = 1500);
        await SendAsync(producer, partition: 0, "before");

        kafka.SetBrokerDown(2);
        var lost = await Assert.ThrowsAsync<ProduceException<string, string>>(() => SendAsync(producer, partition: 0, "lost"));
        kafka.SetBrokerUp(2);
        await Eventually.ReachAsync("the broker to take a record again", () => Send(producer, partition: 0, "after"), error => error == ErrorCode.NoError);

        Assert.Equal(ErrorCode.Local_MsgTimedOut, lost.Error.Code);
    }

    [Fact]
    public async Task Growth_out_of_range_is_refused_with_the_reason()
    {
        await using var fixedSize = EmbeddedKafka.Start();
        fixedSize.CreateTopic("players", partitions: 4);
        await using var kafka = EmbeddedKafka.Start(Growing);
        kafka.CreateTopic("players", partitions: 4);

        Assert.Contains("PartitionsToGrowTo was set", Assert.Throws<InvalidOperationException>(() => fixedSize.GrowTopic("players", 8)).Message, StringComparison.Ordinal);
        Assert.Contains("is not one that CreateTopic has made", Assert.Throws<InvalidOperationException>(() => kafka.GrowTopic("typo", 8)).Message, StringComparison.Ordinal);
        Assert.Contains("partitions must be from 4 to 8", Assert.Throws<ArgumentOutOfRangeException>(() => kafka.GrowTopic("players", 9)).Message, StringComparison.Ordinal);
        Assert.Contains("partitions must be from 4 to 8", Assert.Throws<ArgumentOutOfRangeException>(() => kafka.GrowTopic("players", 3)).Message, StringComparison.Ordinal);
    }

    private static async Task<TopicDescription> DescribeAsync(IAdminClient admin)
        => (await admin.DescribeTopicsAsync(TopicCollection.OfTopicNames(["players"]))).TopicDescriptions.Single();

    private static Task<DeliveryResult<string, string>> SendAsync(IProducer<string, string> producer, int partition, string value)
        => producer.ProduceAsync(new TopicPartition("players", partition), new Message<string, string> { Value = value });

    private static ErrorCode Send(IProducer<string, string> producer, int partition, string value)
    {
        try
        {
            SendAsync(producer, partition, value).GetAwaiter().GetResult();
            return ErrorCode.NoError;
        }
        catch (ProduceException<string, string> refused)
        {
            return refused.Error.Code;
        }
    }
}
