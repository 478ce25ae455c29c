using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Serialization;
using Orleans.Streaming.Kafka.Tests;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka.Benchmarks;

/// <summary>
/// The way of 10,000 records through a partition's cache: in from Kafka, told to the agent, handed out by cursors as batches, confirmed,
/// dropped at the watermark. What Orleans and consumers do is left out.
/// </summary>
[MemoryDiagnoser]
[InProcess]
public sealed class CursorBenchmarks : IDisposable
{
    private const int Records = 10_000;

    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer().AddMetrics().AddSingleton<OrleansInstruments>().BuildServiceProvider();
    private ProviderContext _context = null!;
    private KafkaStreamMetrics _metrics = null!;
    private KafkaRecord[] _records = [];
    private StreamId[] _streams = [];

    [Params(1, 100, 10_000)]
    public int Keys { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _metrics = new KafkaStreamMetrics("benchmark", factory: null);
        _context = new ProviderContext(
            "benchmark", new KafkaStreamOptions(), new ScoreSerializer(), new RefusalRules([]), new NoDeadLetters(), new NoHistory(),
            _services.GetRequiredService<DeepCopier>(), new RecordContext(_services.GetRequiredService<Serializer>()), Addresses: null, new EpochBook(), _metrics,
            new QueueMonitors(_services.GetRequiredService<OrleansInstruments>()), TimeProvider.System, NullLogger.Instance);
        var value = Encoding.UTF8.GetBytes("""{"Player":1,"Points":3,"Remark":"a score as others"}""");
        _streams = [.. Enumerable.Range(0, Keys).Select(key => StreamId.Create("t", $"k{key}"))];
        _records = [.. Enumerable.Range(0, Records).Select(offset => new KafkaRecord
        {
            Topic = "t",
            Partition = 0,
            Offset = offset,
            Timestamp = DateTimeOffset.UnixEpoch,
            Key = Encoding.UTF8.GetBytes($"k{offset % Keys}"),
            Value = value,
            Headers = [],
        })];
    }

    [Benchmark(OperationsPerInvoke = Records)]
    public async Task<long> ThroughCacheAndCursors()
    {
        var partition = new AssignedPartition(_context, new KafkaTopicOptions { Name = "t" }, QueueId.GetQueueId("t", 0, 0), partition: 0, start: 0, epoch: 0);
        var receiver = partition.Attach();
        var cursors = _streams.Select(stream => partition.Open(stream, StreamSubscriptionStartPosition.Latest)).ToList();
        foreach (var record in _records)
            partition.Add(new CachedRecord(record, size: 200));
        while (partition.Watermark < Records)
        {
            await receiver.GetQueueMessagesAsync(int.MaxValue, CancellationToken.None);
            foreach (var cursor in cursors)
                Deliver(cursor);
        }

        return partition.Close();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _metrics?.Dispose();
        _services.Dispose();
    }

    private static void Deliver(StreamCursor cursor)
    {
        while (cursor.MoveNext() && cursor.GetCurrent(out _) is KafkaBatchContainer { Delivery: { } delivery } batch)
        {
            if (delivery.TryBegin(new SimulatedCall(batch, handshake: null)))
                delivery.Conclude(isAccepted: true);
        }
    }
}
