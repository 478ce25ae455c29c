using Oltp.Sessions;
using ShellCorp.Grains.Market;

namespace ShellCorp.Oltp.Benchmarks.Market;

/// <summary>The market's database, which keeps the statements of each transaction.</summary>
internal sealed class RecordingDatabase(IMarketDatabase database) : IMarketDatabase
{
    /// <summary>The statements of the last transaction.</summary>
    public IReadOnlyList<Statement> Last { get; private set; } = [];

    public Task<T> RunAsync<T>(Func<IMarketSession, Task<T>> work, CancellationToken cancellationToken) => database.RunAsync(
        async session =>
        {
            var recording = new Session(session);
            var result = await work(recording);
            Last = recording.Statements;
            return result;
        },
        cancellationToken);

    private sealed class Session(IMarketSession session) : IMarketSession
    {
        public List<Statement> Statements { get; } = [];

        public Task<int> ExecuteAsync(string sql, object parameters)
        {
            Keep(sql, parameters);
            return session.ExecuteAsync(sql, parameters);
        }

        public Task<T?> FindAsync<T>(string sql, object parameters)
        {
            Keep(sql, parameters);
            return session.FindAsync<T>(sql, parameters);
        }

        public Task<IReadOnlyList<T>> ListAsync<T>(string sql, object parameters)
        {
            Keep(sql, parameters);
            return session.ListAsync<T>(sql, parameters);
        }

        private void Keep(string sql, object parameters) => Statements.Add(new(
            PostgresDialect.Instance.Translate(sql),
            [.. parameters.GetType().GetProperties().Where(property => sql.Contains($"@{property.Name}", StringComparison.Ordinal))
                .Select(property => KeyValuePair.Create(property.Name, property.GetValue(parameters) ?? DBNull.Value))]));
    }
}
