using System.Collections.Immutable;
using ShellCorp.Live;

namespace ShellCorp.Web.Live;

/// <summary>
/// What is live, once a web server: fed by one subscription (<see cref="LiveConnector"/>), read by all pages. Writers never wait for readers;
/// a listener that fails is dropped and reported.
/// </summary>
public sealed partial class LiveStore(TimeProvider time, ILogger<LiveStore> logger)
{
    /// <summary>How many finished matches are kept for the list of results.</summary>
    public const int FinishedLimit = 400;

    private readonly Lock _gate = new();
    private volatile LiveState _state = LiveState.Empty;
    private volatile LiveConnection _connection = LiveConnection.Initial;
    private ImmutableArray<ILiveListener> _listeners = [];
    private long _lastChange;

    /// <summary>The latest state.</summary>
    public LiveState State => _state;

    /// <summary>How this server stands with the hub.</summary>
    public LiveConnection Connection => _connection;

    /// <summary>When anything changed last; null before the first change.</summary>
    public DateTimeOffset? LastChange =>
        Volatile.Read(ref _lastChange) is var ticks and not 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>How many pages and streams listen.</summary>
    public int Listeners => _listeners.Length;

    /// <summary>Takes over what is newer and tells the listeners; what is old or repeated changes nothing and tells nobody.</summary>
    public void Apply(LiveChanges changes)
    {
        LiveChanges accepted;
        lock (_gate)
        {
            (var state, accepted) = _state.Apply(changes);
            if (state == _state)
                return;
            _state = state.Trim(FinishedLimit);
            Volatile.Write(ref _lastChange, time.GetUtcNow().UtcTicks);
        }

        Tell(listener => listener.OnLive(accepted));
    }

    /// <summary>Sets how this server stands with the hub; listeners hear of it only when the status changes.</summary>
    public void SetConnection(LiveConnection connection)
    {
        var before = _connection.Status;
        _connection = connection;
        if (before != connection.Status)
            Tell(listener => listener.OnConnection(connection));
    }

    /// <summary>Adds a listener until the returned registration is disposed.</summary>
    public IDisposable Listen(ILiveListener listener)
    {
        ImmutableInterlocked.Update(ref _listeners, static (all, one) => all.Add(one), listener);
        return new LiveRegistration(this, listener);
    }

    internal void Remove(ILiveListener listener) =>
        ImmutableInterlocked.Update(ref _listeners, static (all, one) => all.Remove(one), listener);

    private void Tell(Action<ILiveListener> message)
    {
        foreach (var listener in _listeners)
        {
            try
            {
                message(listener);
            }
            catch (Exception exception)
            {
                Remove(listener);
                LogListenerDropped(logger, exception, listener.GetType().Name);
            }
        }
    }
}
