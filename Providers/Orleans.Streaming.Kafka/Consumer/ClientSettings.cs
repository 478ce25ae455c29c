using Confluent.Kafka;

namespace Orleans.Streaming.Kafka;

/// <summary>What librdkafka's clients are built with: this provider's defaults, then the user's settings, then what its promises rest on.</summary>
internal static class ClientSettings
{
    /// <summary>Settings that are not the user's to make, and why; the others of librdkafka are.</summary>
    internal static IReadOnlyDictionary<string, string> Reserved { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bootstrap.servers"] = $"set {nameof(KafkaStreamOptions.BootstrapServers)}",
        ["metadata.broker.list"] = $"set {nameof(KafkaStreamOptions.BootstrapServers)}",
        ["group.id"] = $"set {nameof(KafkaStreamOptions.GroupId)}",
        ["group.instance.id"] = $"set {nameof(KafkaStreamOptions.GroupInstanceId)}",
        ["partition.assignment.strategy"] = "partitions are handed over by cooperative-sticky rebalancing",
        ["enable.auto.commit"] = "only what consumers have finished is committed",
        ["enable.auto.offset.store"] = "only what consumers have finished is committed",
        ["auto.offset.reset"] = $"an offset that is out of range stops its partition; set {nameof(KafkaStreamOptions.StartPosition)} for groups without offsets",
        ["enable.partition.eof"] = "the end of a partition is needed for its lag",
        ["enable.idempotence"] = "records that are sent through streams are written once",
        ["transactional.id"] = "redrives have ids of their own",
        ["acks"] = "a record counts as written when all in-sync replicas have it",
    };

    /// <summary>What brokers decide on with <c>group.protocol=consumer</c>; librdkafka refuses to be made with them.</summary>
    internal static IReadOnlyList<string> OfClassicProtocol { get; } = ["session.timeout.ms", "heartbeat.interval.ms"];

    private static readonly string[] ConsumerOnly =
        ["session.timeout.ms", "heartbeat.interval.ms", "max.poll.interval.ms", "queued.", "fetch.", "isolation.level", "check.crcs", "group."];

    private static readonly string[] ProducerOnly =
        ["linger.ms", "queue.buffering.", "message.timeout.ms", "delivery.timeout.ms", "compression.", "batch.", "partitioner", "retries", "message.send.max.retries", "sticky.partitioning", "transactional.id", "transaction.", "request.required.acks", "request.timeout.ms", "delivery.report.only.error"];

    internal static ConsumerConfig Consumer(KafkaStreamOptions options)
    {
        var settings = Merge(options, ProducerOnly);
        // Partitions that are added to a topic are found at the next look.
        settings.TryAdd("topic.metadata.refresh.interval.ms", "30000");
        var config = new ConsumerConfig(settings)
        {
            GroupId = options.GroupId,
            EnableAutoCommit = false,
            EnableAutoOffsetStore = false,
            AutoOffsetReset = AutoOffsetReset.Error,
            EnablePartitionEof = true,
            AllowAutoCreateTopics = false,
        };
        // With Kafka's newer protocol the brokers assign, always incrementally, and set the times.
        if (config.GroupProtocol != GroupProtocol.Consumer)
            config.PartitionAssignmentStrategy = PartitionAssignmentStrategy.CooperativeSticky;
        if (!string.IsNullOrEmpty(options.GroupInstanceId))
            config.GroupInstanceId = options.GroupInstanceId;
        return config;
    }

    internal static ProducerConfig Producer(KafkaStreamOptions options)
    {
        var settings = Merge(options, ConsumerOnly);
        // The same partitions as Java's clients choose, a short wait that fills batches, and room for any record that a topic may hold.
        settings.TryAdd("partitioner", "murmur2_random");
        settings.TryAdd("linger.ms", "2");
        settings.TryAdd("message.timeout.ms", "30000");
        settings.TryAdd("message.max.bytes", "104857600");
        return new ProducerConfig(settings) { Acks = Acks.All, EnableIdempotence = true };
    }

    /// <summary>Writes in transactions; who begins with the same id ends those of the one before.</summary>
    internal static ProducerConfig Producer(KafkaStreamOptions options, string transactionalId)
    {
        const int DefaultTransactionTimeoutMs = 60_000;
        var config = Producer(options);
        config.TransactionalId = transactionalId;
        // librdkafka makes no producer whose records may take longer than their transaction.
        config.TransactionTimeoutMs = Math.Max(config.TransactionTimeoutMs ?? DefaultTransactionTimeoutMs, config.MessageTimeoutMs ?? 0);
        return config;
    }

    private static Dictionary<string, string> Merge(KafkaStreamOptions options, string[] without)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["log.connection.close"] = "false" };
        foreach (var (name, value) in options.Librdkafka)
        {
            if (!Array.Exists(without, prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
                settings[name] = value;
        }

        settings["bootstrap.servers"] = options.BootstrapServers;
        return settings;
    }
}
