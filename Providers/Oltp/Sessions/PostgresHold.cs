using System.Data.Common;
using Npgsql;

namespace Oltp.Sessions;

/// <summary>An advisory lock of a session.</summary>
internal sealed class PostgresHold(DbConnection session, string name) : IOltpHold
{
    // None of its statements waits for anything, and a server that is cut off answers none.
    private const int TimeoutSeconds = 10;

    /// <summary>Takes it, unless another session has it.</summary>
    public static async Task<PostgresHold?> TryTakeAsync(DbDataSource source, string name, CancellationToken cancellationToken)
    {
        var session = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Command(session, "SELECT pg_try_advisory_lock(hashtextextended($1, 0))", name);
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
                return new(session, name);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }

        await session.DisposeAsync();
        return null;
    }

    public async Task<bool> IsHeldAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = Command(session, "SELECT $1", name);
            await command.ExecuteScalarAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            // The session is gone, and the lock with it.
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Back in the pool the session would keep the lock until it is used again.
            await using var command = Command(session, "SELECT pg_advisory_unlock(hashtextextended($1, 0))", name);
            await command.ExecuteScalarAsync(CancellationToken.None);
        }
        catch (Exception gone) when (gone is NpgsqlException or InvalidOperationException)
        {
            // The session is gone, and the lock with it.
            NpgsqlConnection.ClearPool((NpgsqlConnection)session);
        }

        await session.DisposeAsync();
    }

#pragma warning disable CA2100 // One of the statements above.
    private static NpgsqlCommand Command(DbConnection session, string sql, string name) =>
        new(sql, (NpgsqlConnection)session) { CommandTimeout = TimeoutSeconds, Parameters = { new() { Value = name } } };
#pragma warning restore CA2100
}
