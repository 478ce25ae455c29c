using System.Collections.Concurrent;
using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Grains.Log;

namespace ShellCorp.Grains.Tests.Clusters;

/// <summary>A log in memory that remembers what it acknowledged or should have, in order, and fails on demand.</summary>
public sealed class FaultInjectingLog : IEventLog
{
    private readonly Lock _lock = new();
    private readonly List<(Func<object, bool> IsMeant, bool IsWritten)> _faults = [];

    /// <summary>Called with each event that is written.</summary>
    public Func<object, Task> Written { get; set; } = _ => Task.CompletedTask;

    public ConcurrentQueue<PlayerUpdate> Players { get; } = new();

    public ConcurrentQueue<MatchUpdate> Matches { get; } = new();

    public ConcurrentQueue<LiveRatingUpdate> Ratings { get; } = new();

    public ConcurrentQueue<PlayerAttention> Attention { get; } = new();

    /// <summary>Lets the next append that holds such an event go wrong.</summary>
    /// <param name="isMeant">Whether it is such an event.</param>
    /// <param name="isWritten">Whether the append is written and only its acknowledgement lost.</param>
    public void FailNext<T>(Func<T, bool> isMeant, bool isWritten)
    {
        lock (_lock)
            _faults.Add((one => one is T meant && isMeant(meant), isWritten));
    }

    public Task AppendAsync(ImmutableArray<PlayerUpdate> updates, CancellationToken cancellationToken) => AppendAsync(updates, Players);

    public Task AppendAsync(ImmutableArray<MatchUpdate> updates, CancellationToken cancellationToken) => AppendAsync(updates, Matches);

    public Task AppendAsync(ImmutableArray<LiveRatingUpdate> updates, CancellationToken cancellationToken) => AppendAsync(updates, Ratings);

    public Task AppendAsync(ImmutableArray<PlayerAttention> events, CancellationToken cancellationToken) => AppendAsync(events, Attention);

    private async Task AppendAsync<T>(ImmutableArray<T> events, ConcurrentQueue<T> written)
        where T : class
    {
        var isWritten = Take(events);
        if (isWritten is false)
            throw new IOException("The log is away.");

        foreach (var one in events)
        {
            written.Enqueue(one);
            await Written(one);
        }

        if (isWritten is true)
            throw new IOException("The log's acknowledgement is lost.");
    }

    /// <summary>Uses up the fault meant for one of the events: whether they are written all the same; null without a fault.</summary>
    private bool? Take(IEnumerable<object> events)
    {
        lock (_lock)
        {
            var index = _faults.FindIndex(fault => events.Any(fault.IsMeant));
            if (index < 0)
                return null;

            var isWritten = _faults[index].IsWritten;
            _faults.RemoveAt(index);
            return isWritten;
        }
    }
}
