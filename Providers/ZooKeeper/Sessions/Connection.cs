using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using ZooKeeper.Client.Wire;

namespace ZooKeeper.Client.Sessions;

/// <summary>
/// One TCP connection that serves the session, from the handshake to its end. One loop writes requests, one reads answers, which come in the
/// order of the requests, and one watches over the silence.
/// </summary>
internal sealed partial class Connection : IAsyncDisposable
{
    private readonly DnsEndPoint _server;
    private readonly Stream _stream;
    private readonly FrameReader _frames;
    private readonly IConnectionOwner _owner;
    private readonly TimeProvider _time;
    private readonly Channel<PendingRequest> _inFlight;
    private readonly ConcurrentQueue<PendingRequest> _authentications = new();
    private long _lastReceived;
    private long _lastSent;

    private Connection(DnsEndPoint server, Stream stream, FrameReader frames, SessionIdentity identity, IConnectionOwner owner, ZooKeeperOptions options)
    {
        (_server, _stream, _frames, Identity, _owner, _time) = (server, stream, frames, identity, owner, options.TimeProvider);
        _inFlight = Channel.CreateBounded<PendingRequest>(options.RequestsInFlight);
        _lastReceived = _lastSent = _time.GetTimestamp();
    }

    internal SessionIdentity Identity { get; }

    internal string Server => Ensemble.Name(_server);

    /// <summary>When the server was last heard, by the clock's timestamps.</summary>
    internal long LastReceived => Volatile.Read(ref _lastReceived);

    /// <summary>Whether the server has answered anything since the handshake: else the next try should not come at once.</summary>
    internal bool HasAnswered { get; private set; }

    /// <exception cref="SessionExpiredException">The ensemble has forgotten the session.</exception>
    /// <exception cref="TimeoutException">The server didn't take up the session in time.</exception>
    internal static async Task<Connection> OpenAsync(
        DnsEndPoint server, SessionIdentity wanted, TimeSpan limit, IConnectionOwner owner, ZooKeeperOptions options, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limit, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        Stream? stream = null;
        try
        {
            stream = await Transport.OpenAsync(server, options.Tls, either.Token);
            var frames = new FrameReader(stream, options.MaximumReplyBytes);
            var identity = await Handshake.RunAsync(stream, frames, wanted, owner.LastZxid, either.Token);
            return new(server, stream, frames, identity, owner, options);
        }
        catch (Exception failure)
        {
            if (stream is not null)
                await stream.DisposeAsync();
            if (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                throw new TimeoutException($"no session within {limit.TotalSeconds:0.###} s", failure);
            throw;
        }
    }

    /// <summary>Serves requests, <paramref name="first"/> before those of the owner's queue, until the connection ends, and returns why it did.</summary>
    internal async Task<Exception> RunAsync(Queue<PendingRequest> first, CancellationToken closing)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(closing);
        Task[] loops = [ReadAsync(stop.Token), Task.Run(() => WriteAsync(first, stop.Token), CancellationToken.None), WatchOverSilenceAsync(stop.Token)];
        var ended = await Task.WhenAny(loops);
        await stop.CancelAsync();
        await _stream.DisposeAsync();
        await Task.WhenAll(loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ended.Exception?.InnerException ?? new OperationCanceledException("The client is being closed.");
    }

    /// <summary>The requests without an answer, in the order they were sent.</summary>
    internal IEnumerable<PendingRequest> TakeUnanswered()
    {
        while (_authentications.TryDequeue(out var authentication))
            yield return authentication;
        while (_inFlight.Reader.TryRead(out var request))
            yield return request;
        if (_held is { } held)
            yield return held;
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
