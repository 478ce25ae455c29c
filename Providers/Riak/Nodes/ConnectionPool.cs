using System.Collections.Concurrent;

namespace Riak.Nodes;

/// <summary>The connections to one node: at most so many, the last used one first.</summary>
internal sealed class ConnectionPool(RiakEndpoint endpoint, RiakClientOptions options, TimeProvider time) : IDisposable
{
#pragma warning disable CA2213 // Calls under way give their places up after the pool is disposed; it holds no wait handle.
    private readonly SemaphoreSlim _places = new(options.MaxConnectionsPerNode);
#pragma warning restore CA2213
    private readonly ConcurrentStack<RiakConnection> _idle = new();
    private volatile bool _disposed;

    public int Idle => _idle.Count;

    /// <summary>Waits for a place; <see cref="Return"/> or <see cref="GiveUpPlace"/> frees it.</summary>
    public Task TakePlaceAsync(CancellationToken cancellation) => _places.WaitAsync(cancellation);

    public void GiveUpPlace() => _places.Release();

    /// <summary>An idle connection or a new one, for a place already taken.</summary>
    public async Task<RiakConnection> ConnectAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        while (_idle.TryPop(out var idle))
        {
            if (idle.IsQuiet())
                return idle;
            idle.Dispose();
        }

        return await OpenAsync(cancellation);
    }

    /// <summary>A connection that is surely new; time-outs are told apart from the caller's cancellation.</summary>
    public async Task<RiakConnection> OpenAsync(CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(options.ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            return await RiakConnection.OpenAsync(endpoint, options, either.Token);
        }
        catch (OperationCanceledException e) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"{endpoint} did not accept a connection within {options.ConnectTimeout}", e);
        }
    }

    /// <summary>Puts a connection back, or closes it if its last exchange didn't end as it should.</summary>
    public void Return(RiakConnection connection, bool reusable)
    {
        Keep(connection, reusable);
        GiveUpPlace();
    }

    public void Keep(RiakConnection connection, bool reusable)
    {
        if (!reusable)
        {
            connection.Dispose();
            return;
        }

        connection.Reused = true;
        connection.IdleSince = time.GetTimestamp();
        _idle.Push(connection);
        if (_disposed)
            CloseIdle();
    }

    public void CloseIdle()
    {
        while (_idle.TryPop(out var idle))
            idle.Dispose();
    }

    /// <summary>Closes what nobody used for long. The stack is emptied and refilled, oldest first, so that the order stays.</summary>
    public void CloseExpired()
    {
        var kept = new Stack<RiakConnection>();
        while (_idle.TryPop(out var idle))
        {
            if (time.GetElapsedTime(idle.IdleSince) < options.IdleTimeout && idle.IsQuiet())
                kept.Push(idle);
            else
                idle.Dispose();
        }

        foreach (var connection in kept)
            _idle.Push(connection);
        if (_disposed)
            CloseIdle();
    }

    public void Dispose()
    {
        _disposed = true;
        CloseIdle();
    }
}
