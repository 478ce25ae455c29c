using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Riak.Tests.Scripted;

/// <summary>A server that knows no Riak: it hands every frame to a function and sends what that says.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Func<byte[], Task<Reply>> _answer;
    private readonly ConcurrentDictionary<TcpClient, Task> _connections = new();
    private readonly ConcurrentQueue<byte[]> _requests = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;
    private int _accepted;
    private int _open;

    public ScriptedServer(Func<byte[], Task<Reply>> answer, int port = 0)
    {
        _answer = answer;
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public ScriptedServer(Func<byte[], Reply> answer, int port = 0)
        : this(request => Task.FromResult(answer(request)), port)
    {
    }

    public int Port { get; }

    public string Host => $"127.0.0.1:{Port}";

    /// <summary>Connections ever accepted.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>Connections that neither side has closed.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>The frames received, length included.</summary>
    public IReadOnlyList<byte[]> Requests => [.. _requests];

    /// <summary>How many frames carried the message.</summary>
    public int Count(byte code) => _requests.Count(request => request[4] == code);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _accepting;
        foreach (var connection in _connections.Keys)
            connection.Dispose();
        await Task.WhenAll(_connections.Values);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                Interlocked.Increment(ref _accepted);
                Interlocked.Increment(ref _open);
                _connections[client] = ServeAsync(client);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            var stream = client.GetStream();
            while (await ReadAsync(stream) is { } request)
            {
                _requests.Enqueue(request);
                var reply = await _answer(request).WaitAsync(_stopping.Token);
                if (reply.Bytes is { } bytes)
                    await stream.WriteAsync(bytes, _stopping.Token);
                if (reply.Close)
                    break;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client went away or the test is over: either is how a connection ends.
            return;
        }
        finally
        {
            client.Dispose();
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task<byte[]?> ReadAsync(NetworkStream stream)
    {
        var head = new byte[4];
        if (await stream.ReadAtLeastAsync(head, 4, throwOnEndOfStream: false, _stopping.Token) < 4)
            return null;
        var frame = new byte[4 + BinaryPrimitives.ReadInt32BigEndian(head)];
        head.CopyTo(frame, 0);
        await stream.ReadExactlyAsync(frame.AsMemory(4), _stopping.Token);
        return frame;
    }
}
