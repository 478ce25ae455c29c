using System.Data;
using System.Data.Common;
using Npgsql;

namespace Oltp.Sessions;

/// <summary>Transactions in PostgreSQL, read committed: what must not change under a transaction it locks.</summary>
/// <remarks>
/// A commit is never cancelled: PostgreSQL would stop waiting for the synchronous standby and answer that it is done. After the patience this
/// walks away from it instead; until the server has answered nobody else sees what it would commit.
/// </remarks>
/// <param name="source">Where connections come from; disposed with this. Commands of theirs should have no time-out, since a commit would have the same.</param>
/// <param name="patience">How long a statement or a commit may take. Null: 30 s.</param>
public sealed class PostgresDatabase(DbDataSource source, TimeSpan? patience = null) : IOltpDatabase
{
    private const int Attempts = 10;

    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(30);

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
        var connection = await source.OpenConnectionAsync(cancellationToken);
        Task committed = Task.CompletedTask;
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            var result = await work(new(connection, transaction, PostgresDialect.Instance, _patience, cancellationToken));
            // To cancel a commit would only make its outcome unknown.
            committed = transaction.CommitAsync(CancellationToken.None);
            await CommittedAsync(committed);
            return result;
        }
        finally
        {
            if (committed.IsCompleted)
                await connection.DisposeAsync();
            else
                _ = LetGoAsync(connection, committed);
        }
    }

    private async Task CommittedAsync(Task committed)
    {
        try
        {
            await committed.WaitAsync(_patience, TimeProvider.System);
        }
        catch (PostgresException refused) when (!refused.SqlState.StartsWith("57P", StringComparison.Ordinal))
        {
            // The server answered, so it is certain that nothing is done; not so if it was shutting down (57P01 and the like).
            throw;
        }
        catch (Exception lost) when (lost is NpgsqlException or TimeoutException)
        {
            throw new OutcomeUnknownException(lost);
        }
    }

    /// <summary>Gives a connection back once its server has answered, or is gone.</summary>
    private static async Task LetGoAsync(DbConnection connection, Task committed)
    {
        await committed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await connection.DisposeAsync();
    }
}
