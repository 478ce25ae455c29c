using System.Data.Common;
using Npgsql;
using Oltp.Migrations;

namespace ShellCorp.Silo.Storage;

/// <summary>One server for everything.</summary>
internal sealed class SinglePostgres(NpgsqlDataSource server, TimeSpan patience, ILoggerFactory logs) : IPostgresServers, IAsyncDisposable
{
    public DbDataSource Market => server;

    public IReadOnlyList<DbDataSource> Partitions => [server];

    public TimeSpan Patience => patience;

    public Task PrepareStatesAsync(CancellationToken cancellationToken) => PostgresMigrator.MigrateAsync(server, GrainStateSchema.Steps, logs, cancellationToken);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
