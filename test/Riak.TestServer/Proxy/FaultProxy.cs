using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Riak.TestServer.Proxy;

/// <summary>
/// Stands between a client and a node (of the test server or a real one) and lets things befall the requests. It knows frames, not
/// messages; after StartTls it passes bytes on as they are.
/// </summary>
public sealed partial class FaultProxy : IAsyncDisposable
{
    private readonly string _host;
    private readonly int _port;
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ConcurrentDictionary<ProxyConnection, Task> _connections = new();
    private readonly Task _accepting;
    private volatile bool _stopped;
    private volatile bool _isCut;
    private int _number;

    /// <summary>Listens on a free port when this returns.</summary>
    /// <param name="upstream">The node: <c>host:port</c>.</param>
    /// <param name="decide">What befalls each request; null: nothing.</param>
    public FaultProxy(string upstream, Func<ProxiedRequest, Fault>? decide = null)
    {
        ArgumentNullException.ThrowIfNull(upstream);
        var colon = upstream.LastIndexOf(':');
        (_host, _port) = (upstream[..colon], int.Parse(upstream.AsSpan(colon + 1), System.Globalization.CultureInfo.InvariantCulture));
        Decide = decide ?? (_ => Fault.None);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Host = $"127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}";
        _accepting = AcceptAsync();
    }

    /// <summary>What clients connect to: <c>127.0.0.1:port</c>.</summary>
    public string Host { get; }

    /// <summary>Asked for each request; may be changed at any time.</summary>
    public Func<ProxiedRequest, Fault> Decide { get; set; }

    /// <summary>Requests that are held at the moment.</summary>
    public int Held
    {
        get
        {
            lock (_held)
                return _held.Count;
        }
    }

    /// <summary>Requests that came, faults included.</summary>
    public int Requests => Volatile.Read(ref _number);

    /// <summary>The next request meets the fault, the ones after it what <see cref="Decide"/> said before.</summary>
    /// <param name="fault">For one request.</param>
    /// <param name="when">Which request; null: any.</param>
    public void Once(Fault fault, Func<ProxiedRequest, bool>? when = null)
    {
        var before = Decide;
        var used = 0;
        Decide = request => (when is null || when(request)) && Interlocked.Exchange(ref used, 1) == 0 ? fault : before(request);
    }

    /// <summary>Closes all connections, and new ones at once, until <see cref="Mend"/>: the node is away.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (var connection in _connections.Keys)
            connection.Close();
    }

    /// <summary>Lets connections through again.</summary>
    public void Mend() => _isCut = false;

    /// <summary>Closes everything. Held requests are never carried out.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopped = true;
        _listener.Dispose();
        await _accepting;
        foreach (var connection in _connections.Keys)
            connection.Close();
        await Task.WhenAll(_connections.Values);
        _delivering.Dispose();
    }

    internal (ProxiedRequest Request, Fault Fault) Next(byte code)
    {
        var request = new ProxiedRequest(Interlocked.Increment(ref _number), code);
        return (request, Decide(request));
    }

    internal async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(_host, _port);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task AcceptAsync()
    {
        while (!_stopped)
        {
            try
            {
                var socket = await _listener.AcceptAsync();
                socket.NoDelay = true;
                var connection = new ProxyConnection(this, socket);
                var registered = new TaskCompletionSource();
                _connections[connection] = ServeAsync(connection, registered.Task);
                if (_isCut)
                    connection.Close();
                registered.SetResult();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // Disposing the listener is how the proxy stops.
                return;
            }
        }
    }

    private async Task ServeAsync(ProxyConnection connection, Task registered)
    {
        await registered;
        try
        {
            await connection.ServeAsync();
        }
        finally
        {
            connection.Close();
            _connections.TryRemove(connection, out _);
        }
    }
}
