namespace Oltp.Sessions;

/// <summary>A database for short transactions.</summary>
public interface IOltpDatabase : IAsyncDisposable
{
    /// <summary>
    /// Runs work in one transaction and commits it; an exception of the work rolls back. Where the database itself gave the transaction up
    /// for a conflict with another (serialization, deadlock), nothing of it is done and the work is run again, so it must have no effect but
    /// through the session.
    /// </summary>
    /// <exception cref="OutcomeUnknownException">The connection was lost while committing: it may be done or not. Nothing is repeated.</exception>
    /// <exception cref="System.Data.Common.DbException">Anything else that the database says; nothing is done.</exception>
    Task<T> RunAsync<T>(Func<OltpSession, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Takes a name that one holder has at a time.</summary>
    /// <returns>Null if another has it.</returns>
    Task<IOltpHold?> TryHoldAsync(string name, CancellationToken cancellationToken);
}
