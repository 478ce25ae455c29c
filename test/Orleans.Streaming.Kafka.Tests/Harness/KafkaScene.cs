using System.Text;
using Confluent.Kafka;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Streams;
using Orleans.TestingHost;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>One test's topic, dead-letter topic, group, consumers' journal and cluster of silos.</summary>
internal sealed class KafkaScene : IAsyncDisposable
{
    internal const string Provider = "kafka";

    private readonly Broker _broker;
    private IProducer<byte[]?, byte[]?> _producer;
    private readonly Action<KafkaStreamOptions> _configure;
    private readonly Action<ISiloBuilder> _configureSilo;
    private readonly string _namespace;
    private int _partitions;

    private KafkaScene(Broker broker, string streamNamespace, Action<KafkaStreamOptions>? configure, Action<ISiloBuilder>? configureSilo)
    {
        _broker = broker;
        _namespace = streamNamespace;
        _configure = configure ?? (_ => { });
        _configureSilo = configureSilo ?? (_ => { });
        _producer = BuildProducer();
    }

    /// <summary>
    /// The protocol of the group. The embedded Kafka speaks the newer one well; with the classic one it takes no commits while several members
    /// give up partitions at once, which a real one does.
    /// </summary>
    internal IReadOnlyDictionary<string, string> GroupSettings { get; private init; } = Classic;

    private static IReadOnlyDictionary<string, string> DefaultGroup => Broker.IsReal ? Classic : Consumer;

    internal static IReadOnlyDictionary<string, string> Classic { get; } = new Dictionary<string, string> { ["session.timeout.ms"] = "10000", ["heartbeat.interval.ms"] = "300" };

    internal static IReadOnlyDictionary<string, string> Consumer { get; } = new Dictionary<string, string> { ["group.protocol"] = "consumer" };

    internal Journal Journal { get; } = new();

    internal string Topic { get; } = $"t-{Guid.NewGuid():N}";

    internal string DeadLetterTopic => Topic + ".dlq";

    internal string Group { get; } = $"g-{Guid.NewGuid():N}";

    internal InProcessTestCluster Cluster { get; private set; } = null!;

    internal LogCapture Log { get; } = new();

    internal static async Task<KafkaScene> CreateAsync(
        Broker broker, string streamNamespace, int partitions = 1, Action<KafkaStreamOptions>? configure = null, Action<ISiloBuilder>? configureSilo = null,
        IReadOnlyDictionary<string, string>? group = null)
    {
        var scene = new KafkaScene(broker, streamNamespace, configure, configureSilo) { GroupSettings = group ?? DefaultGroup };
        scene._partitions = partitions;
        await broker.CreateTopicAsync(scene.Topic, partitions);
        await broker.CreateTopicAsync(scene.DeadLetterTopic, 1);
        return scene;
    }

    internal async Task StartAsync(int silos = 1)
    {
        var builder = new InProcessTestClusterBuilder((short)silos);
        builder.ConfigureSilo((_, silo) => ConfigureSilo(silo));
        builder.ConfigureClient(client => ConfigureStreams(client.Services, Provider, (name, options) => client.AddKafkaStreams(name, options), _configure));
        builder.ConfigureHost(host => host.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Debug));
        Cluster = builder.Build();
        await Cluster.DeployAsync();
    }

    internal async Task StopAsync()
    {
        await Cluster.StopAllSilosAsync();
        await Cluster.DisposeAsync();
    }

    /// <summary>Writes records of one key and returns when the broker has them.</summary>
    internal async Task<IReadOnlyList<long>> WriteAsync(string? key, IEnumerable<string> texts, int? partition = null, Headers? headers = null)
    {
        var target = new TopicPartition(Topic, partition is { } chosen ? new Partition(chosen) : Partition.Any);
        var bytes = key is null ? null : Encoding.UTF8.GetBytes(Journal.Key(key));
        var writes = texts.Select(text => _producer.ProduceAsync(
            target, new Message<byte[]?, byte[]?> { Key = bytes, Value = Encoding.UTF8.GetBytes(text), Headers = headers ?? [] })).ToList();
        return [.. (await Task.WhenAll(writes)).Select(result => result.Offset.Value)];
    }

    /// <summary>Writes a record with a key that is none of the journal's.</summary>
    internal Task WriteRawAsync(byte[] key, string text)
        => _producer.ProduceAsync(Topic, new Message<byte[]?, byte[]?> { Key = key, Value = Encoding.UTF8.GetBytes(text) });

    /// <summary>What the silos say of their partitions.</summary>
    internal IReadOnlyList<KafkaPartitionStatus> Statuses()
        => [.. Cluster.Silos.SelectMany(StatusOf).OrderBy(status => status.Partition)];

    internal async Task<IReadOnlyList<TestRecord>> TakenAsync(int count)
    {
        await Eventually.ReachAsync($"{count} records taken", () => Journal.Count, taken => taken >= count, Log.Tail);
        return Journal.Taken;
    }

    /// <summary>The group's offset, as any Kafka tool sees it.</summary>
    internal long Committed(int partition = 0)
    {
        using var consumer = new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig { BootstrapServers = _broker.BootstrapServers, GroupId = Group }).Build();
        return consumer.Committed([new TopicPartition(Topic, partition)], Eventually.Patience)[0].Offset.Value;
    }

    /// <summary>Sets the group's offset as Kafka's own tools do, while no silo is in the group.</summary>
    internal Task SetOffsetAsync(long offset, int partition = 0) => _broker.SetOffsetAsync(Group, new TopicPartitionOffset(Topic, partition, offset));

    internal Task<long> CommittedAsync(long offset, int partition = 0)
        => Eventually.ReachAsync($"offset {offset} of partition {partition} committed", () => Committed(partition), committed => committed == offset, Log.Tail);

    /// <summary>All partitions together are committed up to so many records.</summary>
    internal Task<long> AllCommittedAsync(int records)
        => Eventually.ReachAsync($"{records} records committed in all partitions", () => Enumerable.Range(0, _partitions).Sum(partition => Math.Max(0, Committed(partition))), sum => sum == records, Log.Tail);

    /// <summary>The partitions are spread over so many silos, and each of these has some.</summary>
    internal Task<IReadOnlyList<int>> SharedAsync(int partitions, int silos)
        => Eventually.ReachAsync<IReadOnlyList<int>>(
            $"{partitions} partitions on {silos} silos",
            () => [.. Cluster.Silos.Where(silo => silo.IsActive).Select(silo => StatusOf(silo).Count)],
            counts => counts.Sum() == partitions && counts.Count(count => count > 0) == silos,
            Log.Tail);

    /// <summary>All that the dead-letter topic holds once it holds as many as told.</summary>
    internal Task<IReadOnlyList<ConsumeResult<byte[], byte[]>>> DeadLettersAsync(int count)
        => Eventually.ReachAsync($"{count} dead letters", () => (IReadOnlyList<ConsumeResult<byte[], byte[]>>)ReadAll(DeadLetterTopic, partitions: 1), letters => letters.Count >= count, Log.Tail);

    /// <summary>All records of the topic, as any reader of what is committed sees them.</summary>
    internal IReadOnlyList<ConsumeResult<byte[], byte[]>> ReadAll() => ReadAll(Topic, _partitions);

    private List<ConsumeResult<byte[], byte[]>> ReadAll(string topic, int partitions)
    {
        var config = new ConsumerConfig { BootstrapServers = _broker.BootstrapServers, GroupId = Guid.NewGuid().ToString(), EnablePartitionEof = true, AutoOffsetReset = AutoOffsetReset.Earliest };
        using var consumer = new ConsumerBuilder<byte[], byte[]>(config).Build();
        consumer.Assign(Enumerable.Range(0, partitions).Select(partition => new TopicPartitionOffset(topic, partition, Offset.Beginning)));
        var records = new List<ConsumeResult<byte[], byte[]>>();
        for (var ends = 0; ends < partitions;)
        {
            var record = consumer.Consume(Eventually.Patience) ?? throw new TimeoutException($"{topic} could not be read to its end.");
            if (record.IsPartitionEOF)
                ends++;
            else
                records.Add(record);
        }

        return records;
    }

    public async ValueTask DisposeAsync()
    {
        if (Cluster is not null)
            await Cluster.DisposeAsync();
        _producer.Dispose();
        Journal.Dispose();
        Log.Dispose();
        await _broker.TryClearUpAsync(Topic, DeadLetterTopic);
    }

    /// <summary>The stream of a key, as the cluster's client has it.</summary>
    internal IAsyncStream<TestRecord> ClientStream(string key)
        => Cluster.Client.ServiceProvider.GetRequiredKeyedService<IStreamProvider>(Provider).GetStream<TestRecord>(_namespace, Journal.Key(key));

    internal IKafkaStreamAdmin Admin() => Cluster.Silos[0].ServiceProvider.GetRequiredKeyedService<IKafkaStreamAdmin>(Provider);

    /// <summary>Adds partitions to the topic.</summary>
    internal async Task GrowAsync(int partitions)
    {
        _partitions = partitions;
        await _broker.GrowTopicAsync(Topic, partitions);
        // The old one would learn of them at its next look at the topic, minutes from now.
        _producer.Dispose();
        _producer = BuildProducer();
    }

    /// <summary>Deletes the topic and makes it anew.</summary>
    internal async Task RemakeAsync()
    {
        // A producer that asks for a topic which is gone can bring it about.
        _producer.Dispose();
        await _broker.RemakeTopicAsync(Topic, _partitions);
        _producer = BuildProducer();
    }

    /// <summary>Has the dead-letter topic take no records that are larger.</summary>
    internal Task LimitDeadLettersAsync(int bytes) => _broker.RemakeTopicAsync(DeadLetterTopic, partitions: 1, bytes);

    private IProducer<byte[]?, byte[]?> BuildProducer()
        => new ProducerBuilder<byte[]?, byte[]?>(new ProducerConfig { BootstrapServers = _broker.BootstrapServers, Acks = Acks.All, LingerMs = 1 }).Build();

    private static IReadOnlyList<KafkaPartitionStatus> StatusOf(InProcessSiloHandle silo)
        => silo.ServiceProvider.GetRequiredKeyedService<IKafkaStreamStatus>(Provider).GetPartitions();

    /// <summary>Registers one more provider, with the scene's options to begin with.</summary>
    internal void AddProvider(ISiloBuilder silo, string name, Action<KafkaStreamOptions> configure)
        => ConfigureStreams(silo.Services, name, (provider, options) => silo.AddKafkaStreams(provider, options), configure);

    internal T Get<T>(int silo = 0)
        where T : notnull
        => Cluster.Silos[silo].ServiceProvider.GetRequiredService<T>();

    private void ConfigureSilo(ISiloBuilder silo)
    {
        ConfigureStreams(silo.Services, Provider, (name, options) => silo.AddKafkaStreams(name, options), _configure);
        _configureSilo(silo);
    }

    private void ConfigureStreams(IServiceCollection services, string name, Action<string, Action<KafkaStreamOptions>> add, Action<KafkaStreamOptions> configure)
    {
        services.AddKeyedSingleton<IKafkaRecordSerializer, TextSerializer>(name);
        add(name, options =>
        {
            options.BootstrapServers = _broker.BootstrapServers;
            options.GroupId = Group;
            options.Topics.Add(new KafkaTopicOptions { Name = Topic, Namespace = _namespace });
            options.CommitInterval = TimeSpan.FromMilliseconds(50);
            options.RetryBackoffMax = TimeSpan.FromMilliseconds(500);
            options.QuiesceTimeout = TimeSpan.FromSeconds(10);
            foreach (var (setting, value) in GroupSettings)
                options.Librdkafka[setting] = value;
            // The embedded Kafka holds an empty fetch back for as long as it may, whatever arrives meanwhile.
            options.Librdkafka["fetch.wait.max.ms"] = "20";
            configure(options);
        });
    }
}
