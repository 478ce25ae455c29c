namespace ShellCorp.Grains.Market;

/// <summary>The one database of the market; its schema is that of the embedded resources <c>market/*.sql</c>.</summary>
public interface IMarketDatabase
{
    /// <summary>
    /// Runs work in one transaction and commits it; an exception of the work rolls back. The work may be run again from its start, and has no
    /// effect but through the session.
    /// </summary>
    Task<T> RunAsync<T>(Func<IMarketSession, Task<T>> work, CancellationToken cancellationToken);
}
