using ShellCorp.Grains.Market;

namespace ShellCorp.Oltp.Tests.Market;

/// <summary>A database that on order fails before a transaction, or after its commit.</summary>
internal sealed class FaultyMarketDatabase(IMarketDatabase database, Func<LogFault> nextFault) : IMarketDatabase
{
    public async Task<T> RunAsync<T>(Func<IMarketSession, Task<T>> work, CancellationToken cancellationToken)
    {
        var fault = nextFault();
        if (fault is LogFault.Before or LogFault.Amid)
            throw new IOException("The database failed on purpose, before the transaction.");
        var result = await database.RunAsync(work, cancellationToken);
        return fault == LogFault.None ? result : throw new IOException("The database failed on purpose, after the commit.");
    }
}
