using ShellCorp.Grains.Timing;
using ShellCorp.Live;

namespace ShellCorp.Grains.Live;

/// <summary>
/// A web server that is told what changes, at its own pace: while it takes one message the next gathers, so that a slow one holds up nobody.
/// </summary>
/// <param name="observer">The web server.</param>
/// <param name="interval">The least time between two messages.</param>
/// <param name="clock">Time.</param>
/// <param name="failed">Called once when it failed to take a message; it gets no more.</param>
internal sealed class LiveSubscriber(ILiveObserver observer, TimeSpan interval, TimeProvider clock, Action<Exception> failed)
{
    private readonly LiveBuffer _buffer = new();
    private readonly Pacer _pacer = new(interval, clock);
    private long _renewedAt = clock.GetTimestamp();
    private bool _runs;
    private bool _ended;

    /// <summary>Of this subscription: one that ended and was begun anew has another, since what was told in between is lost to it.</summary>
    public Guid Identity { get; } = Guid.NewGuid();

    /// <summary>Whether the lease is over.</summary>
    public bool IsExpired => clock.GetElapsedTime(_renewedAt) >= LiveHub.Lease;

    /// <summary>The lease starts again.</summary>
    public void Renew() => _renewedAt = clock.GetTimestamp();

    /// <summary>No more messages.</summary>
    public void End() => _ended = true;

    /// <summary>Something changed.</summary>
    public void Tell(LiveChanges changes)
    {
        _buffer.Add(changes);
        if (!_runs)
            _ = RunAsync();
    }

    private async Task RunAsync()
    {
        _runs = true;
        try
        {
            while (!_buffer.IsEmpty)
            {
                await _pacer.WaitAsync(CancellationToken.None);
                if (_ended)
                    return;

                _pacer.Mark();
                await observer.OnChangedAsync(_buffer.Take());
            }
        }
        catch (Exception exception)
        {
            End();
            failed(exception);
        }
        finally
        {
            _runs = false;
        }
    }
}
