using Oltp.Sessions;

namespace ShellCorp.Oltp.Tests.Projection;

/// <summary>A database that fails on order, before or after its real transaction.</summary>
internal sealed class FaultyDatabase(IOltpDatabase database, Func<DatabaseFault> nextFault) : IOltpDatabase
{
    public async Task<T> RunAsync<T>(Func<OltpSession, Task<T>> work, CancellationToken cancellationToken)
    {
        var fault = nextFault();
        if (fault == DatabaseFault.Before)
            throw Failure(fault);
        var result = await database.RunAsync(
            async session =>
            {
                var done = await work(session);
                return fault == DatabaseFault.BeforeCommit ? throw Failure(fault) : done;
            },
            cancellationToken);
        return fault switch
        {
            DatabaseFault.LostAnswer => throw new OutcomeUnknownException(Failure(fault)),
            DatabaseFault.After => throw Failure(fault),
            _ => result,
        };
    }

    public Task<IOltpHold?> TryHoldAsync(string name, CancellationToken cancellationToken) => database.TryHoldAsync(name, cancellationToken);

    // The test's scene owns the real one.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static IOException Failure(DatabaseFault fault) => new($"The database failed on purpose: {fault}.");
}
