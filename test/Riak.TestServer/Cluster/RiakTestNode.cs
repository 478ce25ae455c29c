using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Riak.TestServer.Protocol;

namespace Riak.TestServer.Cluster;

/// <summary>A node of a <see cref="RiakTestCluster"/>.</summary>
public sealed class RiakTestNode
{
    private readonly RiakTestCluster _cluster;
    private readonly RequestHandler _handler;
    private readonly ConcurrentDictionary<Socket, Task> _connections = new();
    private readonly ConcurrentDictionary<byte, int> _received = new();
    private volatile Socket? _listener;
    private Task _accepting = Task.CompletedTask;

    internal RiakTestNode(RiakTestCluster cluster, int index)
    {
        _cluster = cluster;
        Index = index;
        _handler = new(cluster, this);
    }

    /// <summary>From 0.</summary>
    public int Index { get; }

    /// <summary>Free at the first start, and kept.</summary>
    public int Port { get; private set; }

    /// <summary><c>127.0.0.1:port</c>.</summary>
    public string Host => $"127.0.0.1:{Port}";

    /// <summary>Whether it listens. While it doesn't, its replicas miss what is written.</summary>
    public bool IsUp => _listener is not null;

    /// <summary>How far this node's clock is ahead of the cluster's; negative: behind.</summary>
    public TimeSpan ClockSkew { get; set; }

    /// <summary>Connections that are open now.</summary>
    public int OpenConnections => _connections.Count;

    internal DateTimeOffset Now => _cluster.Time.GetUtcNow() + ClockSkew;

    /// <summary>How many requests of this message code arrived.</summary>
    /// <param name="code">For example 82: data type updates.</param>
    public int Received(byte code) => _received.GetValueOrDefault(code);

    /// <summary>Listens (again, on the same port). What its replicas missed they get by <see cref="RiakTestCluster.HandOff"/>.</summary>
    public void Start()
    {
        if (IsUp)
            return;
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, Port));
        listener.Listen();
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        _listener = listener;
        _accepting = AcceptAsync(listener);
    }

    /// <summary>Closes every connection and refuses new ones. Its replicas keep what they have.</summary>
    public async Task StopAsync()
    {
        if (_listener is not { } listener)
            return;
        _listener = null;
        listener.Dispose();
        await _accepting;
        foreach (var socket in _connections.Keys)
            socket.Dispose();
        await Task.WhenAll(_connections.Values);
    }

    internal void Count(byte code) => _received.AddOrUpdate(code, 1, (_, count) => count + 1);

    private async Task AcceptAsync(Socket listener)
    {
        while (true)
        {
            try
            {
                var socket = await listener.AcceptAsync();
                socket.NoDelay = true;
                var started = new TaskCompletionSource();
                _connections[socket] = ServeAsync(socket, started.Task);
                started.SetResult();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // Disposing the listener is how the node stops.
                return;
            }
        }
    }

    private async Task ServeAsync(Socket socket, Task started)
    {
        await started;
        try
        {
            await new NodeConnection(socket, _cluster.Security, _handler, this).ServeAsync();
        }
        finally
        {
            _connections.TryRemove(socket, out _);
            socket.Dispose();
        }
    }
}
