using ShellCorp.Live;

namespace ShellCorp.Web.Live;

/// <summary>
/// One reader's latest-value slot: however many changes come, <c>render</c> runs once an interval at most, never twice at a time, and not
/// while paused. The store is never kept waiting; a slow browser only sees fewer pictures.
/// </summary>
public sealed class LiveFeed : ILiveListener, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Func<LiveChanges, bool> _concerns;
    private readonly Func<Task> _render;
    private readonly TimeSpan _interval;
    private readonly ITimer _timer;
    private readonly IDisposable _registration;
    private bool _dirty;
    private bool _armed;
    private bool _paused;
    private bool _disposed;
    private Task _rendering = Task.CompletedTask;

    /// <summary>Listens until disposed.</summary>
    /// <param name="store">What is live.</param>
    /// <param name="time">Drives the interval.</param>
    /// <param name="interval">The shortest time between two renderings.</param>
    /// <param name="concerns">Whether a change matters to this reader; must return at once.</param>
    /// <param name="render">Renders the latest state; reports its own failures.</param>
    public LiveFeed(LiveStore store, TimeProvider time, TimeSpan interval, Func<LiveChanges, bool> concerns, Func<Task> render)
    {
        (_interval, _concerns, _render) = (interval, concerns, render);
        _timer = time.CreateTimer(_ => OnTick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _registration = store.Listen(this);
    }

    /// <summary>While paused nothing is rendered; what changed meanwhile is rendered once on resumption.</summary>
    public bool Paused
    {
        get
        {
            lock (_gate)
                return _paused;
        }

        set
        {
            lock (_gate)
            {
                _paused = value;
                Arm();
            }
        }
    }

    /// <inheritdoc/>
    public void OnLive(LiveChanges accepted)
    {
        if (_concerns(accepted))
            Mark();
    }

    /// <inheritdoc/>
    public void OnConnection(LiveConnection connection) => Mark();

    /// <summary>Asks for a rendering at the end of the interval.</summary>
    public void Mark()
    {
        lock (_gate)
        {
            _dirty = true;
            Arm();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _registration.Dispose();
        Task rendering;
        lock (_gate)
        {
            _disposed = true;
            rendering = _rendering;
        }

        await _timer.DisposeAsync();
        await rendering;
    }

    private void Arm()
    {
        if (!_dirty || _armed || _paused || _disposed)
            return;
        _armed = true;
        _timer.Change(_interval, Timeout.InfiniteTimeSpan);
    }

    private void OnTick()
    {
        lock (_gate)
        {
            if (_disposed)
                return;
            if (_paused)
                _armed = false;
            else
                _rendering = RenderAsync();
        }
    }

    private async Task RenderAsync()
    {
        // Leaves the lock of the caller before anything of the page runs.
        await Task.Yield();
        lock (_gate)
            _dirty = false;
        try
        {
            await _render();
        }
        finally
        {
            lock (_gate)
            {
                _armed = false;
                Arm();
            }
        }
    }
}
