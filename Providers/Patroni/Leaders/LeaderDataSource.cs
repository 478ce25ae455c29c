using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Patroni.Leaders;

/// <summary>
/// Connections to whoever leads a scope now. Opening one waits while there is no leader, or while it doesn't take connections yet, and asks
/// again who leads; nothing else is ever repeated. When the leader is replaced, or its lock is gone, no connection to it is given out any more.
/// </summary>
/// <remarks>
/// Commands have no time-out of their own (<c>Command Timeout=0</c>), whatever the connection string says: Npgsql would send a request to cancel, which
/// ends PostgreSQL's wait for the synchronous standby, and the commit would then be answered as done though it is nowhere else. Who is tired of
/// waiting for a commit must walk away from it.
/// </remarks>
public sealed class LeaderDataSource : DbDataSource
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly TimelineGuard _timelines = new();
    private readonly string _connectionString;
    private readonly TimeSpan _patience;
    private readonly ILoggerFactory _logs;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LeaderPool? _pool;
    private bool _disposed;

    internal LeaderDataSource(string scope, string connectionString, TimeSpan patience, ILoggerFactory logs, TimeProvider clock)
    {
        (Scope, _patience, _logs, _clock) = (scope, patience, logs, clock);
        _logger = logs.CreateLogger<LeaderDataSource>();
        _connectionString = new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 0 }.ConnectionString;
    }

    /// <summary>The scope.</summary>
    public string Scope { get; }

    /// <summary>Who leads it, as far as is known; null while nobody does.</summary>
    public ScopeLeader? Leader => Volatile.Read(ref _pool)?.Leader;

    /// <summary>Without the password.</summary>
    public override string ConnectionString => new NpgsqlConnectionStringBuilder(_connectionString) { Password = null, Host = Leader?.Host }.ConnectionString;

    /// <summary>Takes note of who leads now.</summary>
    internal void Follow(ScopeLeader? leader)
    {
        LeaderPool? old;
        TaskCompletionSource changed;
        lock (_gate)
        {
            old = _pool;
            if (_disposed || old?.Leader == leader)
                return;
            _pool = leader is null ? null : NewPool(leader);
            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        if (old is null)
            _logger.LogLeaderFound(Scope, leader);
        else
            _logger.LogLeaderChanged(Scope, old.Leader, leader);
        old?.Dispose();
        changed.SetResult();
    }

    /// <summary>A connection to who leads now, not opened; one without an address while nobody does.</summary>
    protected override DbConnection CreateDbConnection() => Volatile.Read(ref _pool)?.CreateConnection() ?? new NpgsqlConnection();

    /// <inheritdoc/>
    /// <exception cref="NoLeaderException">Nobody led, or took connections, in time.</exception>
    /// <exception cref="PostgresException">The leader refused for a reason that doesn't pass, like a wrong password.</exception>
    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        var since = _clock.GetTimestamp();
        while (true)
        {
            var (pool, changed) = Current();
            var (connection, refused) = await TryOpenAsync(pool, cancellationToken);
            if (connection is not null)
                return connection;
            var left = _patience - _clock.GetElapsedTime(since);
            if (left <= TimeSpan.Zero)
                throw new NoLeaderException(Scope, pool?.Leader, _patience, refused);
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(changed, Task.Delay(refused is null || left < Pause ? left : Pause, _clock, waiting.Token));
            await waiting.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            End()?.Dispose();
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override async ValueTask DisposeAsyncCore()
    {
        if (End() is { } pool)
            await pool.DisposeAsync();
        await base.DisposeAsyncCore();
    }

    private static bool Passes(Exception refused) => refused switch
    {
        // The server starts or stops, or has no room.
        PostgresException answer => answer.SqlState is PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.TooManyConnections,
        // The last is what the pool of a leader that was replaced says.
        NpgsqlException or TimeoutException or ObjectDisposedException => true,
        _ => false,
    };

    private async ValueTask<(NpgsqlConnection? Connection, Exception? Refused)> TryOpenAsync(LeaderPool? pool, CancellationToken cancellationToken)
    {
        if (pool is null)
            return default;
        try
        {
            var connection = await pool.OpenAsync(cancellationToken);
            if (ReferenceEquals(pool, Volatile.Read(ref _pool)))
                return (connection, null);
            await connection.DisposeAsync();
            return (null, new ObjectDisposedException(nameof(LeaderPool)));
        }
        catch (Exception refused) when (Passes(refused) && !cancellationToken.IsCancellationRequested)
        {
            return (null, refused);
        }
    }

    private (LeaderPool? Pool, Task Changed) Current()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return (_pool, _changed.Task);
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The pool is disposed when another leader follows, or with this.")]
    private LeaderPool NewPool(ScopeLeader leader)
    {
        var builder = new NpgsqlDataSourceBuilder(_connectionString);
        builder.UseLoggerFactory(_logs);
        return new(leader, builder, _timelines);
    }

    private LeaderPool? End()
    {
        lock (_gate)
        {
            _disposed = true;
            return Interlocked.Exchange(ref _pool, null);
        }
    }
}
