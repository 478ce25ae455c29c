using System.Collections.Concurrent;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>
/// What the consumers of one test have taken, in order and with every repetition, and what they are told to do. Stream keys begin with
/// the journal's name, by which a consumer finds it: silos of a test cluster share this process.
/// </summary>
internal sealed class Journal : IDisposable
{
    private static readonly ConcurrentDictionary<string, Journal> All = new();

    private readonly Lock _lock = new();
    private readonly List<TestRecord> _taken = [];
    private readonly List<int> _batches = [];

    internal Journal() => All[Name] = this;

    internal string Name { get; } = Guid.NewGuid().ToString("N")[..8];

    /// <summary>Runs before records are taken; what it throws, the consumer throws.</summary>
    internal Func<IReadOnlyList<TestRecord>, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs while a <see cref="ReluctantConsumerGrain"/> is activated.</summary>
    internal Func<string, Task> Activating { get; set; } = _ => Task.CompletedTask;

    internal IReadOnlyList<TestRecord> Taken
    {
        get
        {
            lock (_lock)
                return [.. _taken];
        }
    }

    internal int Count
    {
        get
        {
            lock (_lock)
                return _taken.Count;
        }
    }

    internal IReadOnlyList<int> Batches
    {
        get
        {
            lock (_lock)
                return [.. _batches];
        }
    }

    internal static Journal Of(string key) => All[key.Split('|')[0]];

    internal string Key(string key) => $"{Name}|{key}";

    internal async Task TakeAsync(IReadOnlyList<TestRecord> records)
    {
        await Before(records);
        lock (_lock)
        {
            _taken.AddRange(records);
            _batches.Add(records.Count);
        }
    }

    public void Dispose() => All.TryRemove(Name, out _);
}
