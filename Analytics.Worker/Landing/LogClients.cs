using Confluent.Kafka;
using ShellCorp.Analytics.Hosting;

namespace ShellCorp.Analytics.Landing;

/// <summary>Makes the clients of the log.</summary>
internal static class LogClients
{
    /// <summary>A member of the worker's group. It starts where the ledger says and nowhere else, and commits by itself nothing.</summary>
    public static ConsumerBuilder<byte[], byte[]> Member(LogOptions options)
    {
        var settings = options.ToLibrdkafka();
        settings.TryAdd("topic.metadata.refresh.interval.ms", "30000");
        if (options.IsEmbedded)
        {
            // They answer an empty fetch only after the whole wait, and let a further member in only after a session time-out.
            settings.TryAdd("fetch.wait.max.ms", "10");
            settings.TryAdd("group.protocol", "consumer");
        }

        var config = new ConsumerConfig(settings)
        {
            GroupId = options.AnalyticsGroup,
            EnableAutoCommit = false,
            EnableAutoOffsetStore = false,
            AutoOffsetReset = AutoOffsetReset.Error,
            AllowAutoCreateTopics = false,
            IsolationLevel = IsolationLevel.ReadCommitted,
        };
        // With Kafka's newer protocol the brokers assign, always incrementally.
        if (config.GroupProtocol != GroupProtocol.Consumer)
            config.PartitionAssignmentStrategy = PartitionAssignmentStrategy.CooperativeSticky;
        return new(config);
    }

    /// <summary>Reads without joining the group.</summary>
    public static ConsumerBuilder<byte[], byte[]> Reader(LogOptions options)
    {
        var settings = options.ToLibrdkafka();
        settings.Remove("group.protocol");
        if (options.IsEmbedded)
            settings.TryAdd("fetch.wait.max.ms", "10");
        return new(new ConsumerConfig(settings)
        {
            GroupId = $"{options.AnalyticsGroup}.verify",
            EnableAutoCommit = false,
            AutoOffsetReset = AutoOffsetReset.Error,
            EnablePartitionEof = true,
            IsolationLevel = IsolationLevel.ReadCommitted,
        });
    }

    /// <summary>Writes dead letters.</summary>
    public static ProducerBuilder<byte[]?, byte[]?> Producer(LogOptions options)
    {
        var settings = options.ToLibrdkafka();
        foreach (var name in settings.Keys.Where(name => name.StartsWith("fetch.", StringComparison.Ordinal) || name.StartsWith("group.", StringComparison.Ordinal)
            || name.StartsWith("queued.", StringComparison.Ordinal) || name is "session.timeout.ms" or "heartbeat.interval.ms" or "max.poll.interval.ms").ToArray())
            settings.Remove(name);
        settings.TryAdd("partitioner", "murmur2_random");
        settings.TryAdd("message.max.bytes", "104857600");
        return new(new ProducerConfig(settings) { Acks = Acks.All, EnableIdempotence = true });
    }
}
