using Npgsql;
using Postgres.TestServer;

namespace ShellCorp.Oltp.Benchmarks;

/// <summary>A private server, and databases on it that begin alike.</summary>
internal sealed class BenchDatabases(PostgresServer server) : IAsyncDisposable
{
    private int _copies;

    /// <summary>What the others begin as.</summary>
    public string Original { get; private init; } = "";

    public static async Task<BenchDatabases> StartAsync()
    {
        var server = await PostgresServer.StartAsync();
        return new(server) { Original = await server.CreateDatabaseAsync() };
    }

    /// <summary>A copy of the original, to which nobody may be connected.</summary>
    public async Task<string> CopyAsync()
    {
        NpgsqlConnection.ClearAllPools();
        var copy = new NpgsqlConnectionStringBuilder(Original) { Database = $"copy_{++_copies}" };
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // Names made here; a name can't be a parameter.
        await using var command = new NpgsqlCommand($"CREATE DATABASE {copy.Database} TEMPLATE {new NpgsqlConnectionStringBuilder(Original).Database}", connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return copy.ConnectionString;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
