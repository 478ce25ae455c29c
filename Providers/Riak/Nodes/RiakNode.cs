using Microsoft.Extensions.Logging;

namespace Riak.Nodes;

/// <summary>One node of the cluster: its connections and whether it is up.</summary>
internal sealed partial class RiakNode(RiakEndpoint endpoint, RiakClientOptions options, ILogger logger, TimeProvider time) : IDisposable
{
    private int _inFlight;
    private int _failures;
    private volatile bool _down;
    private volatile string? _lastFailure;

    public RiakEndpoint Endpoint => endpoint;

    public ConnectionPool Pool { get; } = new(endpoint, options, time);

    public bool IsUp => !_down;

    public int InFlight => Volatile.Read(ref _inFlight);

    public RiakNodeStatus Status => new(endpoint, IsUp, InFlight, Pool.Idle, _lastFailure);

    public void Begin() => Interlocked.Increment(ref _inFlight);

    public void End() => Interlocked.Decrement(ref _inFlight);

    public void Succeeded()
    {
        Volatile.Write(ref _failures, 0);
        if (!_down)
            return;
        _down = false;
        _lastFailure = null;
        LogNodeUp(endpoint);
    }

    /// <summary>Notes a failure; the node is down at once if it can't be connected to, otherwise after several in a row.</summary>
    public void Failed(Exception failure, bool unreachable)
    {
        // Whatever closed one connection has probably closed the idle ones too.
        Pool.CloseIdle();
        _lastFailure = failure.Message;
        if ((Interlocked.Increment(ref _failures) < options.FailuresBeforeDown && !unreachable) || _down)
            return;
        _down = true;
        LogNodeDown(failure, endpoint);
    }

    public void Dispose() => Pool.Dispose();
}
