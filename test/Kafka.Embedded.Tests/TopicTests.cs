using Confluent.Kafka;

namespace Kafka.Embedded.Tests;

public sealed class TopicTests
{
    [Fact]
    public async Task Another_client_sees_each_topic_with_its_partitions_and_replicas()
    {
        await using var kafka = EmbeddedKafka.Start(new EmbeddedKafkaOptions { Brokers = 3, DefaultPartitions = 5 });
        kafka.CreateTopic("by-default");
        kafka.CreateTopic("sized", partitions: 16, replication: 2);

        using var admin = Clients.Admin(kafka);
        var topics = admin.GetMetadata(Clients.Patience).Topics.ToDictionary(topic => topic.Topic, topic => topic.Partitions, StringComparer.Ordinal);

        Assert.Equal([("by-default", 5, 3), ("sized", 16, 2)], topics.OrderBy(t => t.Key).Select(t => (t.Key, t.Value.Count, t.Value[0].Replicas.Length)));
        Assert.Equal([("by-default", 5), ("sized", 16)], kafka.Topics.Select(topic => (topic.Key, topic.Value)));
        Assert.Equal(3, kafka.BootstrapServers.Split(',').Length);
    }

    [Fact]
    public async Task Making_a_topic_again_changes_nothing_when_it_is_the_same_and_is_refused_when_it_is_not()
    {
        await using var kafka = EmbeddedKafka.Start();
        kafka.CreateTopic("players", partitions: 2);
        using var producer = Clients.Producer(kafka);
        await producer.ProduceAsync(new TopicPartition("players", 1), new Message<string, string> { Value = "kept" });

        kafka.CreateTopic("players", partitions: 2);
        var refused = Assert.Throws<InvalidOperationException>(() => kafka.CreateTopic("players", partitions: 3));

        Assert.Contains("'players' has 2 partition(s)", refused.Message, StringComparison.Ordinal);
        using var consumer = Clients.Consumer(kafka, "readers");
        consumer.Assign(new TopicPartition("players", 1));
        Assert.Equal("kept", Clients.Take(consumer, 1)[0].Message.Value);
    }

    [Fact]
    public async Task A_topic_that_a_client_brought_about_first_is_refused_with_the_reason()
    {
        await using var kafka = EmbeddedKafka.Start();
        using var producer = Clients.Producer(kafka);
        await producer.ProduceAsync("early", new Message<string, string> { Value = "x" });

        var refused = Assert.Throws<InvalidOperationException>(() => kafka.CreateTopic("early", partitions: 16));

        Assert.Contains("a client's first use, with 4 partitions", refused.Message, StringComparison.Ordinal);
        Assert.Empty(kafka.Topics);
        using var admin = Clients.Admin(kafka);
        Assert.Equal(EmbeddedKafka.AutoCreatedPartitions, admin.GetMetadata("early", Clients.Patience).Topics.Single().Partitions.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("white space")]
    [InlineData("umläut")]
    [InlineData("newline\n")]
    public async Task An_illegal_name_is_refused(string name)
    {
        await using var kafka = EmbeddedKafka.Start();
        var refused = Assert.Throws<ArgumentException>(() => kafka.CreateTopic(name));
        Assert.Contains("no Kafka topic name", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, "partitions must be from 1 to 1024")]
    [InlineData(1025, 1, "partitions must be from 1 to 1024")]
    [InlineData(1, 0, "replication must be from 1 to 2")]
    [InlineData(1, 3, "replication must be from 1 to 2")]
    public async Task A_count_out_of_range_is_refused_with_the_range(int partitions, int replication, string expected)
    {
        await using var kafka = EmbeddedKafka.Start(new EmbeddedKafkaOptions { Brokers = 2 });
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => kafka.CreateTopic("players", partitions, replication));
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }
}
