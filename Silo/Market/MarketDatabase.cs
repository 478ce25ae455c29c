using Oltp.Sessions;
using ShellCorp.Grains.Market;

namespace ShellCorp.Silo.Market;

/// <summary>The market's database in PostgreSQL, or in SQLite's memory.</summary>
/// <param name="open">Opens it, with its schema, the first time.</param>
internal sealed class MarketDatabase(Func<Task<IOltpDatabase>> open) : IMarketDatabase
{
    private readonly Lazy<Task<IOltpDatabase>> _database = new(open);

    public async Task<T> RunAsync<T>(Func<IMarketSession, Task<T>> work, CancellationToken cancellationToken)
    {
        var database = await _database.Value;
        return await database.RunAsync(session => work(new MarketSession(session)), cancellationToken);
    }

    /// <summary>Opens it now, so that whatever is wrong shows at start.</summary>
    public Task<IOltpDatabase> OpenAsync() => _database.Value;

    /// <inheritdoc cref="IOltpDatabase.TryHoldAsync"/>
    public async Task<IOltpHold?> TryHoldAsync(string name, CancellationToken cancellationToken) => await (await _database.Value).TryHoldAsync(name, cancellationToken);
}
