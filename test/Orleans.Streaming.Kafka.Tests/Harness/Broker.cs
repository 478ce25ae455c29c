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
    }

    public void Dispose() => _embedded?.Dispose();
}
