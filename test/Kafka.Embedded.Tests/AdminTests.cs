using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace Kafka.Embedded.Tests;

/// <summary>What a host asks a broker for: end offsets, lag and the layout of topics.</summary>
public sealed class AdminTests
{
    private static readonly TopicPartition First = new("players", 0);
    private static readonly TopicPartition Empty = new("players", 1);

    [Fact]
    public async Task A_consumer_s_watermarks_are_the_oldest_and_the_end_offset()
    {
        await using var kafka = await StartAsync();
        using var consumer = Clients.Consumer(kafka, "readers");

        var full = consumer.QueryWatermarkOffsets(First, Clients.Patience);
        var empty = consumer.QueryWatermarkOffsets(Empty, Clients.Patience);

        Assert.Equal((4L, 10L, 0L, 0L), (full.Low.Value, full.High.Value, empty.Low.Value, empty.High.Value));
    }

    [Fact]
    public async Task The_admin_client_lists_the_oldest_and_the_end_offsets()
    {
        await using var kafka = await StartAsync();
        using var admin = Clients.Admin(kafka);

        Assert.Equal([4L, 0L], await OffsetsAsync(admin, OffsetSpec.Earliest()));
        Assert.Equal([10L, 0L], await OffsetsAsync(admin, OffsetSpec.Latest()));
    }

    [Fact]
    public async Task An_offset_by_time_is_always_the_end()
    {
        await using var kafka = await StartAsync();
        using var consumer = Clients.Consumer(kafka, "readers");

        var found = consumer.OffsetsForTimes([new TopicPartitionTimestamp(First, new Timestamp(0, TimestampType.CreateTime))], Clients.Patience).Single();

        Assert.Equal(Offset.End, found.Offset);
    }

    [Fact]
    public async Task The_admin_client_describes_topics_and_the_cluster()
    {
        await using var kafka = await StartAsync();
        using var admin = Clients.Admin(kafka);

        var topic = (await admin.DescribeTopicsAsync(TopicCollection.OfTopicNames(["players"]))).TopicDescriptions.Single();
        var cluster = await admin.DescribeClusterAsync();

        Assert.Equal((ErrorCode.NoError, 2), (topic.Error.Code, topic.Partitions.Count));
        Assert.NotEqual(Guid.Empty.ToString(), topic.TopicId.ToString());
        Assert.Equal([1], cluster.Nodes.Select(node => node.Id));
    }

    [Fact]
    public async Task A_topic_that_is_made_anew_has_another_id_and_starts_from_offset_0()
    {
        await using var kafka = await StartAsync();
        using var admin = Clients.Admin(kafka);
        var before = (await admin.DescribeTopicsAsync(TopicCollection.OfTopicNames(["players"]))).TopicDescriptions.Single().TopicId.ToString();

        kafka.DeleteTopic("players");
        Assert.Empty(kafka.Topics);
        kafka.CreateTopic("players", partitions: 8);

        var after = (await admin.DescribeTopicsAsync(TopicCollection.OfTopicNames(["players"]))).TopicDescriptions.Single();
        Assert.NotEqual(before, after.TopicId.ToString());
        Assert.Equal(8, after.Partitions.Count);
        Assert.Equal([0L, 0L], await OffsetsAsync(admin, OffsetSpec.Latest()));
    }

    [Fact]
    public async Task Creating_topics_by_the_admin_client_is_not_answered()
    {
        await using var kafka = await StartAsync();
        using var admin = Clients.Admin(kafka);

        var refused = await Assert.ThrowsAnyAsync<KafkaException>(() => admin.CreateTopicsAsync(
            [new TopicSpecification { Name = "new", NumPartitions = 1, ReplicationFactor = 1 }],
            new CreateTopicsOptions { RequestTimeout = TimeSpan.FromSeconds(2) }));

        Assert.Contains(refused.Error.Code, new[] { ErrorCode.Local_TimedOut, ErrorCode.Local_UnsupportedFeature });
    }

    [Fact]
    public async Task A_group_s_offsets_can_be_set_from_outside_only_before_its_first_member()
    {
        await using var kafka = await StartAsync();
        using var admin = Clients.Admin(kafka);
        ConsumerGroupTopicPartitionOffsets[] offsets = [new("readers", [new TopicPartitionOffset(First, 7)])];
        await admin.AlterConsumerGroupOffsetsAsync(offsets);
        using (var consumer = Clients.Consumer(kafka, "readers"))
        {
            consumer.Subscribe("players");
            Assert.Equal(["v7", "v8", "v9"], Clients.Take(consumer, 3).ConvertAll(result => result.Message.Value));
            consumer.Close();
        }

        var refused = await Assert.ThrowsAsync<AlterConsumerGroupOffsetsException>(() => admin.AlterConsumerGroupOffsetsAsync(offsets));

        Assert.Equal(ErrorCode.UnknownMemberId, refused.Results.Single().Partitions.Single().Error.Code);
    }

    private static async Task<IEnumerable<long>> OffsetsAsync(IAdminClient admin, OffsetSpec spec)
    {
        var listed = await admin.ListOffsetsAsync(new[] { First, Empty }.Select(partition => new TopicPartitionOffsetSpec { TopicPartition = partition, OffsetSpec = spec }));
        return listed.ResultInfos.OrderBy(info => info.TopicPartitionOffsetError.Partition.Value).Select(info => info.TopicPartitionOffsetError.Offset.Value);
    }

    private static async Task<EmbeddedKafka> StartAsync()
    {
        var kafka = EmbeddedKafka.Start();
        kafka.CreateTopic("players", partitions: 2);
        using var producer = Clients.Producer(kafka);
        for (var i = 0; i < 10; i++)
            await producer.ProduceAsync(First, new Message<string, string> { Value = $"v{i}" });
        kafka.DeleteRecordsBefore("players", 0, 4);
        return kafka;
    }
}
