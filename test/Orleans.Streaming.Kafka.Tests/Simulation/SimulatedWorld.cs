using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Orleans.Serialization;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>A partition between a producer, an agent and consumers that do what a seed says.</summary>
internal sealed class SimulatedWorld : IDisposable
{
    internal const string Topic = "simulated";
    private const int Streams = 6;

    private readonly FakeTimeProvider _time = new();
    private readonly ServiceProvider _services;
    private readonly KafkaStreamMetrics _metrics;
    private readonly ProviderContext _context;
    private readonly AssignedPartition _partition;
    private readonly Dictionary<StreamId, List<SimulatedConsumer>> _consumers = [];
    private readonly HashSet<long> _poison = [];
    private readonly List<(long Offset, StreamId Stream)> _written = [];
    private readonly SimulatedDeadLetters _deadLetters;
    private readonly List<KafkaRecord> _log = [];
    private readonly List<string> _notes = [];
    private SimulatedAgent _agent;
    private bool _calm;

    internal SimulatedWorld(int seed)
    {
        Seed = seed;
        Random = new Random(seed);
        _deadLetters = new SimulatedDeadLetters(this);
        _services = new ServiceCollection().AddSerializer().AddMetrics().AddSingleton<OrleansInstruments>().BuildServiceProvider();
        _metrics = new KafkaStreamMetrics("simulated", factory: null);
        var options = new KafkaStreamOptions { MaxBatchRecords = 8 };
        _context = new ProviderContext(
            "simulated", options, new TextSerializer(), new RefusalRules([]), _deadLetters, new SimulatedHistory(this, _log), _services.GetRequiredService<DeepCopier>(),
            new RecordContext(_services.GetRequiredService<Serializer>()), Addresses: null, new EpochBook(), _metrics,
            new QueueMonitors(_services.GetRequiredService<OrleansInstruments>()), _time, NullLogger.Instance);
        _partition = new AssignedPartition(_context, new KafkaTopicOptions { Name = Topic }, QueueId.GetQueueId(Topic, 0, 0), partition: 0, start: 0, epoch: 0);
        // Streams with two, one and no consumers.
        for (var stream = 0; stream < Streams; stream++)
            _consumers[StreamOf(stream)] = [.. Enumerable.Range(0, 2 - stream % 3).Select(_ => new SimulatedConsumer(this))];
        _agent = new SimulatedAgent(this, _partition.Attach());
    }

    internal int Seed { get; }

    internal Random Random { get; }

    /// <summary>Whether a consumer has gone back: what it refuses again is dead-lettered again.</summary>
    internal bool HasRewound { get; private set; }

    internal bool Happens(double chance) => !_calm && Random.NextDouble() < chance;

    internal bool IsPoison(long offset) => _poison.Contains(offset);

    internal IEnumerable<SimulatedConsumer> ConsumersOf(StreamId stream) => _consumers[stream];

    /// <summary>Keeps what happened, for the explanation of a failure.</summary>
    internal void Note(string what) => _notes.Add(what);

    internal void Fail(string what) => Assert.Fail($"seed {Seed}: {what}{Environment.NewLine}{string.Join(Environment.NewLine, _notes.Where(IsOfTheRecordInQuestion).TakeLast(80))}");

    private bool IsOfTheRecordInQuestion(string note)
    {
        var stream = _written.ElementAtOrDefault((int)_partition.Watermark).Stream;
        return stream == default || note.Contains($"{stream.GetKeyAsString()} ", StringComparison.Ordinal);
    }

    internal async Task RunAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            await StepAsync();
            CheckWatermark();
        }

        _calm = true;
        // What goes back does so with the next record of its stream.
        foreach (var stream in Enumerable.Range(0, Streams))
            Write(stream);
        for (var step = 0; step < 10 * steps && _partition.Watermark < _written.Count; step++)
        {
            await _agent.PumpAsync();
            _agent.EndRegistration();
            _agent.EndDelivery();
            _time.Advance(TimeSpan.FromSeconds(1));
            await _deadLetters.SettleAsync(_partition);
            CheckWatermark();
        }

        if (_partition.Watermark != _written.Count)
            Fail($"everything is calm, and the watermark stands at {_partition.Watermark} of {_written.Count}: {_partition.GetStatus(endOffset: 0)}");
        foreach (var (stream, consumers) in _consumers)
        {
            foreach (var consumer in consumers.Where(consumer => consumer.RewoundTo is not null))
                CheckDoneAgain(stream, consumer);
        }
    }

    /// <summary>Lets time pass until a task that may wait for it is done.</summary>
    internal async Task<T> WaitAsync<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        return await task;
    }

    public void Dispose()
    {
        _metrics.Dispose();
        _services.Dispose();
    }

    private static StreamId StreamOf(int stream) => StreamId.Create(Topic, $"s{stream}");

    private void CheckDoneAgain(StreamId stream, SimulatedConsumer consumer)
    {
        var missing = _written.Where(record => record.Stream == stream && record.Offset >= consumer.RewoundTo && !IsPoison(record.Offset) && !consumer.DoneAgain.Contains(record.Offset)).ToList();
        if (missing.Count > 0)
            Fail($"a consumer of {stream} went back to {consumer.RewoundTo} and has not taken {string.Join(", ", missing.Select(record => record.Offset))} since");
    }

    private async Task StepAsync()
    {
        switch (Random.Next(25))
        {
            case 24:
                if (_written.Count > 0 && Happens(0.3))
                    Rewind();
                break;
            case < 6:
                Write();
                break;
            case < 12:
                await _agent.PumpAsync();
                break;
            case < 15:
                _agent.EndRegistration();
                break;
            case < 20:
                _agent.EndDelivery();
                break;
            case 20:
                _agent.AskAgain();
                break;
            case 21:
                _agent.ForgetStream();
                break;
            case 22:
                foreach (var consumer in _consumers.Values.SelectMany(consumers => consumers).Where(_ => Happens(0.2)))
                    consumer.Forget();
                break;
            default:
                if (Happens(0.2))
                {
                    await _agent.StopAsync();
                    _agent = new SimulatedAgent(this, _partition.Attach());
                    Note("agent restarted");
                }

                break;
        }

        await _deadLetters.SettleAsync(_partition);
    }

    private void Rewind()
    {
        var (stream, consumers) = _consumers.ElementAt(Random.Next(_consumers.Count));
        if (consumers.Count == 0)
            return;
        HasRewound = true;
        var offset = Random.Next(_written.Count);
        consumers[Random.Next(consumers.Count)].Rewind(offset);
        Note($"{stream} goes back to {offset}");
    }

    private void Write()
    {
        for (var count = Random.Next(1, 6); count > 0; count--)
            Write(Random.Next(Streams));
    }

    private void Write(int stream)
    {
        var offset = _written.Count;
        var text = Happens(0.03) ? TextSerializer.Unreadable : "readable";
        if (Happens(0.05))
            _poison.Add(offset);
        Note($"write @{offset} s{stream} {text}{(IsPoison(offset) ? " poison" : "")}");
        _written.Add((offset, text == TextSerializer.Unreadable ? default : StreamOf(stream)));
        var record = new KafkaRecord
        {
            Topic = Topic,
            Partition = 0,
            Offset = offset,
            Timestamp = _time.GetUtcNow(),
            Key = Encoding.UTF8.GetBytes($"s{stream}"),
            Value = Encoding.UTF8.GetBytes(text),
            Headers = [],
        };
        lock (_log)
            _log.Add(record);
        _partition.Add(new CachedRecord(record, size: 100));
    }

    /// <summary>Nothing below the watermark may be without its consumers' word, or the dead-letter topic's.</summary>
    private void CheckWatermark()
    {
        foreach (var (offset, stream) in _written.Take((int)_partition.Watermark))
        {
            if (stream == default && !_deadLetters.Has(offset))
                Fail($"unreadable record {offset} is passed over at watermark {_partition.Watermark}");
            if (stream != default && _consumers[stream].Any(consumer => !consumer.Done.Contains(offset)) && !_deadLetters.Has(offset))
                Fail($"record {offset} of {stream} is passed over at watermark {_partition.Watermark}");
        }
    }
}
