using Confluent.Kafka;
using Kafka.Embedded;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>The Kafka under test: the embedded one, or the one that SHELLCORP_KAFKA names.</summary>
public sealed class Broker : IDisposable
{
    private static readonly string? External = Environment.GetEnvironmentVariable("SHELLCORP_KAFKA");

    private readonly EmbeddedKafka? _embedded;
    private readonly RealKafka? _real;

    public Broker()
        : this(options: null)
    {
    }

    internal Broker(EmbeddedKafkaOptions? options)
    {
        if (IsReal)
            _real = new RealKafka(External!);
        else
            _embedded = EmbeddedKafka.Start(options);
    }

    internal static bool IsReal => !string.IsNullOrEmpty(External);

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

    /// <summary>What only a real Kafka does; without one the test is skipped.</summary>
    internal static void NeedsReal() => Assert.SkipUnless(IsReal, "needs a real Kafka: set SHELLCORP_KAFKA to its host:port");

    /// <summary>Kafka knows the protocol from 4.0 on; with an older one the test is skipped.</summary>
    internal async Task NeedsConsumerProtocolAsync(string topic)
    {
        var config = new ConsumerConfig { BootstrapServers = BootstrapServers, GroupId = $"{Guid.NewGuid():N}", GroupProtocol = GroupProtocol.Consumer };
        using var consumer = new ConsumerBuilder<byte[], byte[]>(config).Build();
        consumer.Subscribe(topic);
        try
        {
            await Eventually.ReachAsync("membership", () => consumer.Consume(TimeSpan.FromMilliseconds(100)) is null ? consumer.Assignment.Count : 1, count => count > 0);
            consumer.Close();
        }
        catch (ConsumeException exception) when (exception.Error.Code is Confluent.Kafka.ErrorCode.Local_UnsupportedFeature or Confluent.Kafka.ErrorCode.UnsupportedVersion)
        {
            Assert.Skip($"these brokers don't know group.protocol=consumer: {exception.Error.Reason}");
        }
    }

    internal async Task CreateTopicAsync(string name, int partitions)
    {
        _embedded?.CreateTopic(name, partitions);
        if (_real is not null)
            await _real.CreateTopicAsync(name, partitions);
    }

    /// <summary>Clears up as far as it can, so that it doesn't hide why a test failed; what an embedded Kafka holds goes with it.</summary>
    internal async Task TryClearUpAsync(params string[] topics)
    {
        try
        {
            if (_real is not null)
                await _real.DeleteTopicsAsync(topics);
        }
        catch (KafkaException exception)
        {
            TestContext.Current.SendDiagnosticMessage("topics were left behind: {0}", exception.Message);
        }
    }

    /// <summary>Deletes a topic and makes it anew, with another id and offsets from 0.</summary>
    internal async Task RemakeTopicAsync(string name, int partitions, int? maxMessageBytes = null)
    {
        if (_real is not null)
        {
            await _real.DeleteTopicsAsync(name);
            await _real.CreateTopicAsync(name, partitions, maxMessageBytes);
            return;
        }

        Embedded.DeleteTopic(name);
        Embedded.CreateTopic(name, partitions);
    }

    /// <summary>Adds partitions to a topic.</summary>
    internal async Task GrowTopicAsync(string name, int partitions)
    {
        _embedded?.GrowTopic(name, partitions);
        if (_real is not null)
            await _real.GrowTopicAsync(name, partitions);
    }

    /// <summary>Drops records as retention does. The embedded Kafka drops whole batches: write what is dropped record by record.</summary>
    internal async Task DeleteRecordsBeforeAsync(string topic, int partition, long offset)
    {
        _embedded?.DeleteRecordsBefore(topic, partition, offset);
        if (_real is not null)
            await _real.DeleteRecordsBeforeAsync(topic, partition, offset);
    }

    /// <summary>Sets a group's offset while it has no members. The embedded Kafka takes offsets from members only, so it joins.</summary>
    internal async Task SetOffsetAsync(string group, TopicPartitionOffset offset)
    {
        if (_real is not null)
        {
            await _real.SetOffsetAsync(group, offset);
            return;
        }

        var config = new ConsumerConfig { BootstrapServers = BootstrapServers, GroupId = group, PartitionAssignmentStrategy = PartitionAssignmentStrategy.CooperativeSticky, EnableAutoCommit = false, SessionTimeoutMs = 6000 };
        using var consumer = new ConsumerBuilder<byte[], byte[]>(config).Build();
        consumer.Subscribe(offset.Topic);
        await Eventually.ReachAsync("membership", () => consumer.Consume(TimeSpan.FromMilliseconds(100)) is null ? consumer.Assignment.Count : 1, count => count > 0);
        consumer.Commit([offset]);
        consumer.Close();
    }

    /// <summary>The topic takes no writes for a while, or until <see cref="MendAsync"/> with a real Kafka.</summary>
    internal async Task BreakAsync(string topic)
    {
        const int Refusals = 5;
        _embedded?.PushPartitionErrors(topic, 0, KafkaApi.Produce, [.. Enumerable.Repeat(Confluent.Kafka.ErrorCode.TopicAuthorizationFailed, Refusals)]);
        if (_real is not null)
            await _real.SetWritableAsync(topic, isWritable: false);
    }

    internal async Task MendAsync(string topic)
    {
        if (_real is not null)
            await _real.SetWritableAsync(topic, isWritable: true);
    }

    public void Dispose()
    {
        _embedded?.Dispose();
        _real?.Dispose();
    }
}
