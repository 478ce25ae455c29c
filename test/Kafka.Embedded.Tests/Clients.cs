using Confluent.Kafka;

namespace Kafka.Embedded.Tests;

/// <summary>Plain clients of the cluster under test, set so that a lost cause shows within seconds.</summary>
internal static class Clients
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    internal static IProducer<string, string> Producer(EmbeddedKafka kafka, Action<ProducerConfig>? configure = null)
    {
        var config = new ProducerConfig
        {
            BootstrapServers = kafka.BootstrapServers,
            Acks = Acks.All,
            LingerMs = 0,
            MessageTimeoutMs = 20_000,
            ReconnectBackoffMaxMs = 200,
            LogConnectionClose = false,
        };
        configure?.Invoke(config);
        return new ProducerBuilder<string, string>(config).SetLogHandler(Ignore).SetErrorHandler((_, _) => { }).Build();
    }

    internal static IConsumer<string, string> Consumer(EmbeddedKafka kafka, string group, Action<ConsumerConfig>? configure = null)
    {
        var config = new ConsumerConfig
        {
            BootstrapServers = kafka.BootstrapServers,
            GroupId = group,
            AutoOffsetReset = AutoOffsetReset.Earliest,
            EnableAutoCommit = false,
            EnablePartitionEof = true,
            SessionTimeoutMs = 2000,
            HeartbeatIntervalMs = 200,
            TopicMetadataRefreshIntervalMs = 500,
            ReconnectBackoffMaxMs = 200,
            LogConnectionClose = false,
        };
        configure?.Invoke(config);
        return new ConsumerBuilder<string, string>(config).SetLogHandler(Ignore).SetErrorHandler((_, _) => { }).Build();
    }

    internal static IAdminClient Admin(EmbeddedKafka kafka)
        => new AdminClientBuilder(new AdminClientConfig { BootstrapServers = kafka.BootstrapServers }).SetLogHandler(Ignore).Build();

    /// <summary>What the consumer gets until there are <paramref name="count"/>, ends of partitions left out.</summary>
    internal static List<ConsumeResult<string, string>> Take(IConsumer<string, string> consumer, int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        var results = new List<ConsumeResult<string, string>>();
        try
        {
            while (results.Count < count)
            {
                if (consumer.Consume(patience.Token) is { IsPartitionEOF: false } result)
                    results.Add(result);
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"expected {count} records within {Patience}, saw {results.Count}; assigned: {string.Join(", ", consumer.Assignment)}");
        }

        return results;
    }

    private static void Ignore(object client, LogMessage message)
    {
        // Connections are cut on purpose here, and librdkafka would fill standard error with it.
    }
}
