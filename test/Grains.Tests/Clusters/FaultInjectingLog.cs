using System.Collections.Concurrent;
using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Grains.Log;

namespace ShellCorp.Grains.Tests.Clusters;

/// <summary>A log in memory that remembers what it acknowledged, in order, and fails on demand.</summary>
public sealed class FaultInjectingLog : IEventLog
{
    private Func<object, Exception?> _fault = _ => null;

    /// <summary>Called with each event that is written.</summary>
    public Func<object, Task> Written { get; set; } = _ => Task.CompletedTask;

    public ConcurrentQueue<PlayerUpdate> Players { get; } = new();

    public ConcurrentQueue<MatchUpdate> Matches { get; } = new();

    public ConcurrentQueue<LiveRatingUpdate> Ratings { get; } = new();

    /// <summary>Lets the next append that holds such an event go wrong; it is written or not.</summary>
    public void FailNext<T>(Func<T, bool> isMeant, bool isWritten = false)
    {
        var used = false;
        FailsAfterWriting = isWritten;
        _fault = one => !used && one is T meant && isMeant(meant) && (used = true) ? new IOException("The log is away.") : null;
    }

    private bool FailsAfterWriting { get; set; }

    public Task AppendAsync(ImmutableArray<PlayerUpdate> updates, CancellationToken cancellationToken) => AppendAsync(updates, Players);

    public Task AppendAsync(ImmutableArray<MatchUpdate> updates, CancellationToken cancellationToken) => AppendAsync(updates, Matches);

    public Task AppendAsync(ImmutableArray<LiveRatingUpdate> updates, CancellationToken cancellationToken) => AppendAsync(updates, Ratings);

    private async Task AppendAsync<T>(ImmutableArray<T> events, ConcurrentQueue<T> written)
        where T : class
    {
        var exception = events.Select(one => _fault(one)).FirstOrDefault(fault => fault is not null);
        if (exception is not null && !FailsAfterWriting)
            throw exception;

        foreach (var one in events)
        {
            written.Enqueue(one);
            await Written(one);
        }

        if (exception is not null)
            throw exception;
    }
}
