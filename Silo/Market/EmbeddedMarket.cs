using Oltp.Sessions;

namespace ShellCorp.Silo.Market;

/// <summary>The market in this process's memory. Silos that share it share the market; stop the process and it is gone.</summary>
public sealed class EmbeddedMarket
{
    private readonly Lazy<Task<SqliteDatabase>> _database = new(() => SqliteDatabase.OpenAsync(MarketSchema.Steps, CancellationToken.None));

    internal async Task<IOltpDatabase> OpenAsync() => await _database.Value;
}
