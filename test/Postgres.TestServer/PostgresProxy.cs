using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Postgres.TestServer;

/// <summary>A server's address that loses answers: what a client asked for is done, and the client never learns.</summary>
public sealed class PostgresProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _serverPort;
    private readonly Task _accepting;
    private int _answersToLose;
    private int _lost;

    /// <summary>Listens in front of a server.</summary>
    public PostgresProxy(int serverPort)
    {
        _serverPort = serverPort;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>
    /// A connection string of the server's that leads through here. A session isn't reset before it is used again, since the answer to that would
    /// be an answer after which no transaction is open, too.
    /// </summary>
    public string Lead(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { Port = Port, NoResetOnClose = true }.ConnectionString;

    /// <summary>How many answers it has lost.</summary>
    public int Lost => Volatile.Read(ref _lost);

    /// <summary>The next answer after which no transaction is open is dropped, and its connection cut: that of a commit, or of a statement by itself.</summary>
    public void LoseNextAnswer() => Interlocked.Increment(ref _answersToLose);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _serverPort, ended.Token);
                var questions = client.GetStream().CopyToAsync(server.GetStream(), ended.Token);
                var answers = AnswerAsync(server.GetStream(), client.GetStream(), ended.Token);
                await await Task.WhenAny(questions, answers);
                await ended.CancelAsync();
                await Task.WhenAll(questions, answers);
            }
            catch (Exception over) when (over is IOException or SocketException or OperationCanceledException)
            {
                // One side has closed; closing the other says so.
                await ended.CancelAsync();
            }
        }
    }

    private async Task AnswerAsync(NetworkStream server, NetworkStream client, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        while (await server.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (IsReady(buffer.AsSpan(0, count)) && TakeOrder())
                return;
            await client.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }
    }

    // ReadyForQuery outside a transaction: 'Z', length 5, 'I'. The server sends it after the commit.
    private static bool IsReady(ReadOnlySpan<byte> answer) => answer.EndsWith("Z\0\0\0\x05I"u8);

    private bool TakeOrder()
    {
        while (Volatile.Read(ref _answersToLose) is > 0 and var orders)
        {
            if (Interlocked.CompareExchange(ref _answersToLose, orders - 1, orders) == orders)
            {
                Interlocked.Increment(ref _lost);
                return true;
            }
        }

        return false;
    }
}
