using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Oltp.Migrations;

namespace Oltp.Sessions;

/// <summary>Transactions in SQLite's memory, one after the other; all is gone when this is disposed.</summary>
public sealed class SqliteDatabase : IOltpDatabase
{
    private readonly SqliteConnection _connection;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentDictionary<string, SqliteHold> _held = new();

    private SqliteDatabase(SqliteConnection connection) => _connection = connection;

    /// <summary>An empty database with a schema.</summary>
    public static async Task<SqliteDatabase> OpenAsync(MigrationSet schema, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var connection = new SqliteConnection("Data Source=:memory:;Foreign Keys=True");
        await connection.OpenAsync(cancellationToken);
        foreach (var step in schema.Steps)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The program's own script.
            command.CommandText = step.Sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return new(connection);
    }

    /// <inheritdoc/>
    public async Task<T> RunAsync<T>(Func<OltpSession, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var transaction = await _connection.BeginTransactionAsync(cancellationToken);
            var result = await work(new(_connection, transaction, SqliteDialect.Instance, patience: null, cancellationToken));
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public Task<IOltpHold?> TryHoldAsync(string name, CancellationToken cancellationToken) => Task.FromResult<IOltpHold?>(SqliteHold.TryTake(_held, name));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _turn.Dispose();
    }
}
