using System.Data;
using Npgsql;

namespace Oltp.Sessions;

/// <summary>Transactions in PostgreSQL, read committed: what must not change under a transaction it locks.</summary>
/// <param name="source">Where connections come from; disposed with this.</param>
public sealed class PostgresDatabase(NpgsqlDataSource source) : IOltpDatabase
{
    private const int Attempts = 10;

    /// <inheritdoc/>
    public async Task<T> RunAsync<T>(Func<OltpSession, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunOnceAsync(work, cancellationToken);
            }
            catch (PostgresException givenUp) when (attempt < Attempts && IsGivenUp(givenUp))
            {
                // Nothing of it is done; the other transaction has gone on meanwhile.
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IOltpHold?> TryHoldAsync(string name, CancellationToken cancellationToken) => await PostgresHold.TryTakeAsync(source, name, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static bool IsGivenUp(PostgresException failure) =>
        failure.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    private async Task<T> RunOnceAsync<T>(Func<OltpSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        var result = await work(new(connection, transaction, PostgresDialect.Instance, cancellationToken));
        await CommitAsync(transaction);
        return result;
    }

    private static async Task CommitAsync(NpgsqlTransaction transaction)
    {
        try
        {
            // To cancel a commit would only make its outcome unknown.
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (PostgresException refused) when (!refused.SqlState.StartsWith("57P", StringComparison.Ordinal))
        {
            // The server answered, so it is certain that nothing is done; not so if it was shutting down (57P01 and the like).
            throw;
        }
        catch (NpgsqlException lost)
        {
            throw new OutcomeUnknownException(lost);
        }
    }
}
