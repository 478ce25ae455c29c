using Npgsql;

namespace Oltp.Sessions;

/// <summary>An advisory lock of a session.</summary>
internal sealed class PostgresHold(NpgsqlConnection session, string name) : IOltpHold
{
    /// <summary>Takes it, unless another session has it.</summary>
    public static async Task<PostgresHold?> TryTakeAsync(NpgsqlDataSource source, string name, CancellationToken cancellationToken)
    {
        var session = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock(hashtextextended($1, 0))", session);
            command.Parameters.Add(new() { Value = name });
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
            await using var command = new NpgsqlCommand("SELECT 1", session);
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
            await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock(hashtextextended($1, 0))", session);
            command.Parameters.Add(new() { Value = name });
            await command.ExecuteScalarAsync(CancellationToken.None);
        }
        catch (Exception gone) when (gone is NpgsqlException or InvalidOperationException)
        {
            // The session is gone, and the lock with it.
            NpgsqlConnection.ClearPool(session);
        }

        await session.DisposeAsync();
    }
}
