using Microsoft.Extensions.Logging.Abstractions;
using Oltp.Migrations;
using Oltp.Sessions;
using ShellCorp.Silo.Market;
using ShellCorp.Silo.Projection.Tables;
using ShellCorp.Silo.Storage;

namespace ShellCorp.Oltp.Tests.Projection;

/// <summary>The projection's tables in a database of their own.</summary>
internal sealed class ProjectionScene(IOltpDatabase database) : IAsyncDisposable
{
    private static readonly string[] Names = ["player_rating", "rating_history", "player_form", "match_fact", "match_squad", "match_result"];

    public IOltpDatabase Database { get; } = database;

    public ProjectionTables Tables { get; } = new(database, ProjectionSql.Live);

    public static async Task<ProjectionScene> OnPostgresAsync(SharedPostgres postgres) => await OnPostgresAsync(await postgres.Server.CreateDatabaseAsync());

    public static async Task<ProjectionScene> OnPostgresAsync(string connection)
    {
        var source = PostgresSource.Open(new() { ConnectionString = connection }, NullLoggerFactory.Instance);
        await PostgresMigrator.MigrateAsync(source, MarketSchema.Steps, NullLoggerFactory.Instance, CancellationToken.None);
        return new(new PostgresDatabase(source));
    }

    public static async Task<ProjectionScene> OnSqliteAsync() => new(await SqliteDatabase.OpenAsync(MarketSchema.Steps, CancellationToken.None));

    public Task<IReadOnlyList<T>> ListAsync<T>(string sql) => Database.RunAsync(session => session.ListAsync<T>(sql, new { }), CancellationToken.None);

    /// <summary>Every row of every table but the positions.</summary>
    public async Task<IReadOnlyList<string>> EverythingAsync()
    {
        var rows = new List<string>();
        foreach (var name in Names)
        {
            var table = await ListAsync<dynamic>($"SELECT * FROM {name}");
            rows.AddRange(table.Cast<IDictionary<string, object>>().Select(row => $"{name}: {string.Join(", ", row.Select(field => $"{field.Key}={field.Value}"))}").Order(StringComparer.Ordinal));
        }

        return rows;
    }

    /// <summary>Where each partition stands.</summary>
    public async Task<IReadOnlyList<string>> PositionsAsync() =>
        [.. (await Tables.ReadPositionsAsync(default)).Select(position => $"{position.Topic} [{position.Partition}] {position.Next}").Order(StringComparer.Ordinal)];

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
