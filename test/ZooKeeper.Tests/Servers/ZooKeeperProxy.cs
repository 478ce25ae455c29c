using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ZooKeeper.Tests.Servers;

/// <summary>
/// Stands between a client and a server, sees each operation, and breaks connections at chosen points.
/// </summary>
internal sealed partial class ZooKeeperProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentDictionary<ProxiedConnection, Task> _connections = new();
    private readonly ConcurrentQueue<Operation> _operations = new();
    private readonly ConcurrentQueue<int> _setDataVersions = new();
    private readonly Func<int> _target;
    private Task _accepting = Task.CompletedTask;
    private volatile bool _closed;
    private int _accepted;
    private long _lastSession;

    private ZooKeeperProxy(Func<int> target) => _target = target;

    internal string ConnectionString => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>What clients have sent, without pings.</summary>
    internal IReadOnlyList<Operation> Operations => [.. _operations];

    /// <summary>How many connections clients have opened.</summary>
    internal int Accepted => Volatile.Read(ref _accepted);

    internal static ZooKeeperProxy Start(Func<int> target)
    {
        var proxy = new ZooKeeperProxy(target);
        proxy._listener.Start();
        proxy._accepting = proxy.AcceptAsync();
        return proxy;
    }

    internal static ZooKeeperProxy Start(ZooKeeperServer server) => Start(() => server.Port);

    /// <summary>The expected versions of the <see cref="Operation.SetData"/> among them.</summary>
    internal IReadOnlyList<int> SetDataVersions => [.. _setDataVersions];

    /// <summary>The session that a server has taken last.</summary>
    internal long LastSession => Volatile.Read(ref _lastSession);

    /// <summary>Starts the lists anew.</summary>
    internal void Forget()
    {
        _operations.Clear();
        _setDataVersions.Clear();
    }

    /// <summary>Breaks all connections.</summary>
    internal void Cut()
    {
        foreach (var connection in _connections.Keys)
            connection.Dispose();
    }

    /// <summary>Breaks all connections, and new ones as soon as they come, until <see cref="Open"/>.</summary>
    internal void Close()
    {
        _closed = true;
        Cut();
    }

    internal void Open() => _closed = false;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        Cut();
        await _accepting;
        await Task.WhenAll(_connections.Values);
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                Interlocked.Increment(ref _accepted);
                if (_closed)
                    client.Dispose();
                else
                    await ConnectAsync(client);
            }
            catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The proxy is being disposed, or the target is down, which the client sees as a closed connection.
                continue;
            }
        }
    }

    private async Task ConnectAsync(TcpClient client)
    {
        var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target(), _closing.Token);
        }
        catch
        {
            client.Dispose();
            server.Dispose();
            throw;
        }

        var connection = new ProxiedConnection(client, server, this);
        _connections[connection] = connection.RunAsync(_closing.Token);
        if (_closed)
            connection.Dispose();
    }
}
