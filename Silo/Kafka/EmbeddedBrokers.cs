using Kafka.Embedded;

namespace ShellCorp.Silo.Kafka;

/// <summary>Kafka brokers in this process, with the product's topics.</summary>
public static class EmbeddedBrokers
{
    /// <summary>Starts them; the caller disposes them after the last client.</summary>
    public static EmbeddedKafka Start()
    {
        var brokers = EmbeddedKafka.Start(new EmbeddedKafkaOptions());
        foreach (var (topic, partitions) in LogTopics.Partitions)
            brokers.CreateTopic(topic, partitions);
        return brokers;
    }

    /// <summary>What a consumer of embedded brokers needs for low latency and quick rebalances, unless it is set already.</summary>
    internal static void SetConsumer(IDictionary<string, string> librdkafka)
    {
        librdkafka.TryAdd("fetch.wait.max.ms", "10");
        // With the newer protocol a rebalance takes a heartbeat, half a second, and a silo that a busy machine keeps from its heartbeats for
        // less than ten seconds stays a member.
        librdkafka.TryAdd("group.protocol", "consumer");
    }
}
