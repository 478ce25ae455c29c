using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using ZooKeeper.Client.Watches;
using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client.Sessions;

/// <summary>Keeps a session alive over connections, and carries requests through them.</summary>
internal sealed partial class Session : IConnectionOwner, IAsyncDisposable
{
    private readonly ZooKeeperOptions _options;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly Ensemble _ensemble;
    private readonly Backoff _backoff;
    private readonly Channel<PendingRequest> _outgoing;
    private readonly CancellationTokenSource _closing = new();
    private readonly Lazy<Task> _run;
    private readonly Lock _gate = new();
    private readonly Action<SessionState, long> _stateChanged;
    private List<Credentials> _credentials;
    private SessionIdentity _identity;
    private long _lastZxid;
    private volatile SessionState _state = SessionState.Disconnected;
    private int _disposed;

    internal Session(ZooKeeperOptions options, ILogger logger, Action<SessionState, long> stateChanged)
    {
        var ensemble = ZooKeeperConnectionString.Parse(options.ConnectionString);
        (_options, _logger, _time, _stateChanged) = (options, logger, options.TimeProvider, stateChanged);
        _ensemble = new(ensemble.Servers);
        _backoff = new(options.LongestReconnectDelay);
        _outgoing = Channel.CreateBounded<PendingRequest>(new BoundedChannelOptions(options.RequestsInFlight) { FullMode = BoundedChannelFullMode.Wait });
        _credentials = [.. options.Credentials];
        _identity = SessionIdentity.New(options.SessionTimeout);
        Watches = new(ensemble.Chroot);
        _run = new(Start);
    }

    public Channel<PendingRequest> Outgoing => _outgoing;

    public WatchTable Watches { get; }

    public long LastZxid
    {
        get => Volatile.Read(ref _lastZxid);
        set => Volatile.Write(ref _lastZxid, value);
    }

    internal SessionState State => _state;

    internal SessionIdentity Identity => Volatile.Read(ref _identity);

    /// <summary>Requests go out in the order of the calls. The token ends the waiting; it doesn't call back what was sent.</summary>
    internal async Task<T> SendAsync<T>(Request<T> request, CancellationToken cancellationToken)
    {
        using var activity = ZooKeeperTelemetry.Start(request);
        ThrowIfTooLarge(request);
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfRefusing(request.Path);
        _ = _run.Value;
        request.LastRoundBefore = Volatile.Read(ref _startedRounds);
        using var cancellation = cancellationToken.UnsafeRegister(static (state, token) => ((PendingRequest)state!).Cancel(token), request);
        if (!_outgoing.Writer.TryWrite(request))
            await WaitForRoomAsync(request, cancellationToken);
        // Who refuses for good may have emptied the queue just before this request came into it.
        if (Volatile.Read(ref _refusal) is { } refusal)
            request.Fail(refusal(request.Path));
        return await request.Task;
    }

    /// <summary>Identities that each connection from the next one on shows before anything else.</summary>
    internal void Remember(Credentials credentials)
    {
        lock (_gate)
            _credentials = [.. _credentials, credentials];
    }

    private async Task WaitForRoomAsync(PendingRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await _outgoing.Writer.WriteAsync(request, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            ThrowIfRefusing(request.Path);
            throw;
        }
    }

    private void ThrowIfTooLarge(PendingRequest request)
    {
        var bytes = request.Frame.Length - sizeof(int);
        if (bytes > _options.MaximumRequestBytes)
            throw new ArgumentException($"A request for {request.Path} of {bytes} bytes is above the limit of {_options.MaximumRequestBytes}, at which the server would close the connection.");
    }

    // The caller's context (its trace, its grain) must not live on in the loops.
    private Task Start()
    {
        using (ExecutionContext.SuppressFlow())
            return Task.Run(RunAsync);
    }
}
