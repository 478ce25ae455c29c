using System.Net;
using System.Net.Sockets;

namespace ZooKeeper.Tests.Servers;

/// <summary>
/// Not a ZooKeeper server: a listener that takes a session and then answers as a test tells it to, with what no real server would send.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly List<Task> _scripts = [];
    private Task _accepting = Task.CompletedTask;

    internal string ConnectionString => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Runs a script for each connection, from the first byte on.</summary>
    internal static ScriptedServer Start(Func<ScriptedConnection, Task> script)
    {
        var server = new ScriptedServer();
        server._listener.Start();
        server._accepting = server.AcceptAsync(script);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_scripts);
        _closing.Dispose();
    }

    private async Task AcceptAsync(Func<ScriptedConnection, Task> script)
    {
        try
        {
            while (true)
                _scripts.Add(RunAsync(await _listener.AcceptTcpClientAsync(_closing.Token), script));
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    private async Task RunAsync(TcpClient client, Func<ScriptedConnection, Task> script)
    {
        using (client)
        {
            try
            {
                await script(new(client.GetStream(), _closing.Token));
            }
            catch (Exception end) when (end is IOException or OperationCanceledException)
            {
                // The client has gone, or the test is over.
                return;
            }
        }
    }
}
