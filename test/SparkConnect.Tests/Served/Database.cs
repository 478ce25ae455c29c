using DuckDB.NET.Data;
using Npgsql;
using Postgres.TestServer;
using SparkConnect.Tests.Served;

[assembly: AssemblyFixture(typeof(Database))]

namespace SparkConnect.Tests.Served;

/// <summary>The database and the Parquet file that were there when the exchanges were recorded.</summary>
public sealed class Database : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spark-connect-");
    private PostgresServer _server = null!;

    public string Events => Path.Combine(_folder.FullName, "events.parquet");

    public async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.StartAsync();
        await using var duck = new DuckDBConnection("DataSource=:memory:");
        await duck.OpenAsync();
        await using var command = duck.CreateCommand();
#pragma warning disable CA2100 // A path made above.
        command.CommandText = $"""
            COPY (SELECT i AS id, 'name-' || i AS name, CAST(i * 1.25 AS DECIMAL(10, 2)) AS amount, TIMESTAMPTZ '2024-01-01 00:00:00+00' + INTERVAL (i) DAY AS at FROM range(0, 8) AS r(i))
            TO '{Events}' (FORMAT parquet)
            """;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>A database of its own with the tables of the recording.</summary>
    public async Task<NpgsqlConnection> CreateAsync()
    {
        var connection = new NpgsqlConnection(await _server.CreateDatabaseAsync());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "CREATE TABLE staging (id bigint PRIMARY KEY, name varchar(20), amount numeric(10,2), at timestamptz); CREATE TABLE plain (id bigint, v text)", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>A recorded text with this machine's file and database in the recorder's places, and its column <c>at</c> in quotes, since DuckDB has that word for itself.</summary>
    public string Here(string sql, NpgsqlConnection connection) => sql
        .Replace("s3a://bucket/staging-24/events.parquet", Events, StringComparison.Ordinal)
        .Replace(", at FROM", ", \"at\" FROM", StringComparison.Ordinal)
        .Replace("127.0.0.1:25999/spark", $"127.0.0.1:{_server.Port}/{connection.Database}", StringComparison.Ordinal);
}
