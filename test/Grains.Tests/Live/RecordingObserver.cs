using System.Collections.Concurrent;
using ShellCorp.Live;

namespace ShellCorp.Grains.Tests.Live;

/// <summary>A web server that remembers what it is told, and fails on demand.</summary>
public sealed class RecordingObserver : ILiveObserver
{
    public ConcurrentQueue<LiveChanges> Told { get; } = new();

    public bool Fails { get; set; }

    public Task OnChangedAsync(LiveChanges changes)
    {
        Told.Enqueue(changes);
        return Fails ? throw new InvalidOperationException("This web server can't.") : Task.CompletedTask;
    }
}
