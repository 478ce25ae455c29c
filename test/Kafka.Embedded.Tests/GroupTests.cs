using Confluent.Kafka;

namespace Kafka.Embedded.Tests;

public sealed class GroupTests
{
    [Fact]
    public async Task Committed_offsets_are_seen_by_the_admin_client_and_by_the_next_member()
    {
        await using var kafka = Start(partitions: 2);
        using (var first = Clients.Consumer(kafka, "readers"))
        {
            first.Subscribe("players");
            var seen = Clients.Take(first, 20);
            var upTo = seen.GroupBy(result => result.TopicPartition).Select(group => new TopicPartitionOffset(group.Key, group.Max(result => result.Offset.Value) + 1));
            first.Commit(upTo);
            first.Close();
        }

        using var admin = Clients.Admin(kafka);
        List<TopicPartition> partitions = [new("players", 0), new("players", 1)];
        var committed = (await admin.ListConsumerGroupOffsetsAsync([new ConsumerGroupTopicPartitions("readers", partitions)])).Single();
        var unnamed = (await admin.ListConsumerGroupOffsetsAsync([new ConsumerGroupTopicPartitions("readers", null)])).Single();
        await FillAsync(kafka, from: 20, count: 2);
        using var second = Clients.Consumer(kafka, "readers");
        second.Subscribe("players");

        Assert.Equal([("players", 0, 10L), ("players", 1, 10L)], committed.Partitions.Select(p => (p.Topic, p.Partition.Value, p.Offset.Value)).Order());
        // A real broker would answer with all of the group's partitions.
        Assert.Empty(unnamed.Partitions);
        Assert.Equal(["v20", "v21"], Clients.Take(second, 2).ConvertAll(result => result.Message.Value).Order(StringComparer.Ordinal));
        second.Close();
    }

    [Fact]
    public async Task Groups_read_on_their_own()
    {
        await using var kafka = Start(partitions: 2);
        foreach (var group in new[] { "ratings", "warehouse", "projector" })
        {
            using var consumer = Clients.Consumer(kafka, group);
            consumer.Subscribe("players");
            Assert.Equal(20, Clients.Take(consumer, 20).Count);
            consumer.Close();
        }
    }

    [Theory]
    [InlineData(PartitionAssignmentStrategy.Range)]
    [InlineData(PartitionAssignmentStrategy.CooperativeSticky)]
    [InlineData(null)]
    public async Task Members_share_the_partitions_and_take_over_those_of_one_that_leaves(PartitionAssignmentStrategy? strategy)
    {
        await using var kafka = Start(partitions: 4);
        using var first = new Member(kafka, "readers", strategy);
        await Eventually.ReachAsync("the first to have all 4 partitions", () => first.Partitions, partitions => partitions == 4);
        using (var second = new Member(kafka, "readers", strategy))
            await Eventually.ReachAsync("both to have 2 partitions", () => (first.Partitions, second.Partitions), both => both == (2, 2));

        await Eventually.ReachAsync("the first to have all 4 partitions again", () => first.Partitions, partitions => partitions == 4);
    }

    [Fact]
    public async Task A_member_that_the_group_has_given_up_can_not_commit()
    {
        await using var kafka = Start(partitions: 1);
        using var stale = new Member(kafka, "readers", PartitionAssignmentStrategy.CooperativeSticky);
        await Eventually.ReachAsync("a member with the partition", () => stale.Partitions, partitions => partitions == 1);
        TopicPartitionOffset[] offsets = [new("players", 0, 5)];
        stale.Consumer.Commit(offsets);

        // Its signs of life no longer count, and it is not told so.
        kafka.PushRequestErrors(KafkaApi.Heartbeat, [.. Enumerable.Repeat(ErrorCode.GroupLoadInProgress, 100_000)]);
        var refused = await Eventually.ReachAsync("the commit to be refused", () => Commit(stale, offsets), error => error != ErrorCode.NoError);

        Assert.Equal(ErrorCode.UnknownMemberId, refused);
    }

    private static ErrorCode Commit(Member member, TopicPartitionOffset[] offsets)
    {
        try
        {
            member.Consumer.Commit(offsets);
            return ErrorCode.NoError;
        }
        catch (KafkaException refused)
        {
            return refused.Error.Code;
        }
    }

    private static EmbeddedKafka Start(int partitions)
    {
        var kafka = EmbeddedKafka.Start();
        kafka.CreateTopic("players", partitions);
        FillAsync(kafka, from: 0, count: 20).GetAwaiter().GetResult();
        return kafka;
    }

    private static async Task FillAsync(EmbeddedKafka kafka, int from, int count)
    {
        using var producer = Clients.Producer(kafka);
        var partitions = kafka.Topics["players"];
        for (var i = from; i < from + count; i++)
            await producer.ProduceAsync(new TopicPartition("players", i % partitions), new Message<string, string> { Value = $"v{i}" });
    }
}
