using System.Text;
using Confluent.Kafka;
using Kafka.Embedded;
using ShellCorp.Analytics.Model;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Market;

namespace ShellCorp.Analytics.Tests.Landing;

/// <summary>A log with the topics of events, and a plain client that writes to it.</summary>
internal sealed class TestLog : IDisposable
{
    private readonly EmbeddedKafka _brokers = EmbeddedKafka.Start();
    private readonly IProducer<byte[], byte[]> _producer;

    public TestLog(int partitions = 3)
    {
        foreach (var topic in LandedTables.Topics)
        {
            _brokers.CreateTopic(topic, partitions);
            _brokers.CreateTopic($"{topic}.dlq", 1);
        }

        _producer = new ProducerBuilder<byte[], byte[]>(
            new ProducerConfig { BootstrapServers = BootstrapServers, Partitioner = Partitioner.Murmur2Random, LingerMs = 5 }).Build();
    }

    public EmbeddedKafka Brokers => _brokers;

    public string BootstrapServers => _brokers.BootstrapServers;

    public async Task AppendAsync(IEnumerable<PlayerUpdate> updates) => await Task.WhenAll(updates.Select(update => AppendAsync(CloudEventCodec.Encode(update))));

    public async Task AppendAsync(IEnumerable<LiveRatingUpdate> updates) => await Task.WhenAll(updates.Select(update => AppendAsync(CloudEventCodec.Encode(update))));

    public async Task AppendAsync(IEnumerable<MatchUpdate> updates) => await Task.WhenAll(updates.Select(update => AppendAsync(CloudEventCodec.Encode(update))));

    public Task AppendAsync(MarketEvent market) => AppendAsync(CloudEventCodec.Encode(market));

    public Task AppendAsync(EncodedEvent item)
    {
        var headers = new Headers();
        foreach (var (name, value) in item.Headers)
            headers.Add(name, value);
        return _producer.ProduceAsync(item.Topic, new() { Key = item.Key, Value = item.Value, Headers = headers });
    }

    /// <summary>The headers of the dead letters of a topic, as text.</summary>
    public List<Dictionary<string, string>> DeadLetters(string topic)
    {
        using var consumer = new ConsumerBuilder<byte[], byte[]>(
            new ConsumerConfig { BootstrapServers = BootstrapServers, GroupId = "test", EnablePartitionEof = true }).Build();
        consumer.Assign(new TopicPartitionOffset($"{topic}.dlq", 0, Offset.Beginning));
        var letters = new List<Dictionary<string, string>>();
        while (consumer.Consume(Eventually.Patience) is { IsPartitionEOF: false } letter)
            letters.Add(letter.Message.Headers.ToDictionary(header => header.Key, header => Encoding.UTF8.GetString(header.GetValueBytes())));
        return letters;
    }

    /// <summary>The offset after a partition's last record.</summary>
    public long EndOf(string topic, int partition)
    {
        using var consumer = new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig { BootstrapServers = BootstrapServers, GroupId = "test" }).Build();
        return consumer.QueryWatermarkOffsets(new(topic, partition), Eventually.Patience).High.Value;
    }

    public void Dispose()
    {
        _producer.Dispose();
        _brokers.Dispose();
    }

}
