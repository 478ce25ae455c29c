using System.Diagnostics.Metrics;
using Confluent.Kafka;
using Kafka.Embedded;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Streaming.Kafka;
using Oltp.Sessions;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Silo.Kafka;
using ShellCorp.Silo.Projection;
using ShellCorp.Silo.Projection.Tables;

namespace ShellCorp.Oltp.Tests.Projection;

/// <summary>A log in memory, with a producer that spreads a key's records over all partitions: nothing may depend on their order.</summary>
internal sealed class ProjectorStage : IAsyncDisposable
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    private readonly EmbeddedKafka _brokers = EmbeddedBrokers.Start();
    private readonly IProducer<byte[], byte[]> _producer;
    private readonly KafkaDeadLetters _deadLetters;

    public ProjectorStage()
    {
        Kafka = new() { BootstrapServers = _brokers.BootstrapServers, IsEmbedded = true };
        _producer = new ProducerBuilder<byte[], byte[]>(new ProducerConfig { BootstrapServers = Kafka.BootstrapServers, Partitioner = Partitioner.Random }).Build();
        _deadLetters = ProjectionHosting.DeadLetters(Kafka, TimeProvider.System, NullLogger<KafkaDeadLetters>.Instance);
    }

    public KafkaOptions Kafka { get; }

    public EmbeddedKafka Brokers => _brokers;

    /// <summary>How many records were written.</summary>
    public int Records { get; private set; }

    /// <summary>Ratings and facts by chance, as <see cref="Logged"/> makes them.</summary>
    public static List<object> Events(int seed, int count)
    {
        var random = new Random(seed);
        List<object> events = [.. Enumerable.Range(1, 8).Select(match => Logged.LineUp(match, $"line-up {match}"))];
        while (events.Count < count)
        {
            var (match, number) = (random.Next(1, 9), events.Count);
            events.Add(random.Next(4) == 0
                ? Logged.Fact(match, $"goal {number}", MatchFact.Goal, random.Next(1, 3))
                : Logged.Rating(random.Next(1, 40), match, number, 300 + (number % 700), match));
        }

        return events;
    }

    public static ProjectorStatus Status() => new(Services.GetRequiredService<IMeterFactory>());

    /// <summary>A projector that hasn't started.</summary>
    public Projector Projector(IOltpDatabase database, ProjectorStatus status, string group = "shellcorp") => new(
        new ProjectionTables(database, ProjectionSql.Live),
        _deadLetters,
        new() { BootstrapServers = Kafka.BootstrapServers, IsEmbedded = true, GroupId = group },
        new() { BatchRecords = 40, RetryBackoffMax = TimeSpan.FromMilliseconds(200) },
        status,
        TimeProvider.System,
        NullLogger.Instance);

    public async Task ProduceAsync(IEnumerable<object> events)
    {
        var sent = events.Select(item => ProduceAsync(item switch
        {
            LiveRatingUpdate rating => CloudEventCodec.Encode(rating),
            MatchUpdate fact => CloudEventCodec.Encode(fact),
            EncodedEvent encoded => encoded,
            _ => throw new ArgumentException($"{item.GetType()}", nameof(events)),
        }));
        await Task.WhenAll(sent);
    }

    /// <summary>Writes twice as much to a topic's first partition as the brokers keep of one; none of it can be read as an event.</summary>
    public async Task ForgetAsync(string topic)
    {
        var filler = new byte[100_000];
        for (var sent = 0; sent < 100; sent++, Records++)
            await _producer.ProduceAsync(new TopicPartition(topic, 0), new() { Key = [], Value = filler });
    }

    /// <summary>Waits until the stored positions are at the end of the log.</summary>
    public async Task ProjectedAsync(ProjectionScene scene, Func<string>? more = null) => await Eventually.ReachAsync(
        $"{Records} records projected",
        async () => (await scene.Tables.ReadPositionsAsync(default)).Sum(position => position.Next),
        projected => projected == Records,
        more);

    /// <summary>What the tables must hold: the same events in one batch, in SQLite.</summary>
    public static async Task<IReadOnlyList<string>> ExpectedAsync(IEnumerable<object> events)
    {
        await using var scene = await ProjectionScene.OnSqliteAsync();
        await scene.Tables.AddPositionAsync(new() { Topic = "all", Partition = 0, Next = 0, TopicId = "" }, default);
        var batch = new ProjectionBatch();
        foreach (var (offset, item) in events.Index())
            batch.Add("all", 0, 0, offset, item);
        await scene.Tables.ApplyAsync(batch, default);
        return await scene.EverythingAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _deadLetters.Dispose();
        _producer.Dispose();
        await _brokers.DisposeAsync();
    }

    private async Task ProduceAsync(EncodedEvent item)
    {
        Records++;
        var headers = new Headers();
        foreach (var (name, value) in item.Headers)
            headers.Add(name, value);
        await _producer.ProduceAsync(item.Topic, new() { Key = item.Key, Value = item.Value, Headers = headers });
    }
}
