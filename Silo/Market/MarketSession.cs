using Oltp.Sessions;
using ShellCorp.Grains.Market;

namespace ShellCorp.Silo.Market;

/// <summary>A transaction as the market sees it.</summary>
internal sealed class MarketSession(OltpSession session) : IMarketSession
{
    public Task<int> ExecuteAsync(string sql, object parameters) => session.ExecuteAsync(sql, parameters);

    public Task<T?> FindAsync<T>(string sql, object parameters) => session.FindAsync<T>(sql, parameters);

    public Task<IReadOnlyList<T>> ListAsync<T>(string sql, object parameters) => session.ListAsync<T>(sql, parameters);
}
