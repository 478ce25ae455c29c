using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Kafka.Embedded;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>The Kafka under test: the embedded one, or the one that SHELLCORP_KAFKA names.</summary>
public sealed class Broker : IDisposable
{
    internal static readonly string? External = Environment.GetEnvironmentVariable("SHELLCORP_KAFKA");

    private readonly EmbeddedKafka? _embedded;

    public Broker()
        : this(options: null)
    {
    }

    internal Broker(EmbeddedKafkaOptions? options)
    {
        if (string.IsNullOrEmpty(External))
            _embedded = EmbeddedKafka.Start(options);
    }

    internal string BootstrapServers => _embedded?.BootstrapServers ?? External!;

    /// <summary>For faults, which only the embedded Kafka can be told to have; with a real one the test is skipped.</summary>
    internal EmbeddedKafka Embedded
    {
        get
        {
            Assert.SkipWhen(_embedded is null, "a real Kafka can't be told to fail");
            return _embedded;
        }
    }

    internal async Task CreateTopicAsync(string name, int partitions)
    {
        if (_embedded is not null)
        {
            _embedded.CreateTopic(name, partitions);
            return;
        }

        using var admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = BootstrapServers }).Build();
        await admin.CreateTopicsAsync([new TopicSpecification { Name = name, NumPartitions = partitions, ReplicationFactor = 1 }]);
        await KnownAsync(admin, name, partitions);
    }

    /// <summary>A real Kafka acknowledges a topic before all brokers know it.</summary>
    private static Task<int> KnownAsync(IAdminClient admin, string name, int partitions)
        => Eventually.ReachAsync(
            $"{partitions} partitions of {name} with leaders",
            () => admin.GetMetadata(name, Eventually.Patience).Topics.Single().Partitions.Count(partition => partition.Leader >= 0),
            count => count == partitions);

    /// <summary>What only a real Kafka does; without one the test is skipped.</summary>
    internal IAdminClient Real()
    {
        Assert.SkipWhen(_embedded is not null, "needs a real Kafka: set SHELLCORP_KAFKA to its host:port");
        return new AdminClientBuilder(new AdminClientConfig { BootstrapServers = BootstrapServers }).Build();
    }

    public void Dispose() => _embedded?.Dispose();
}
