using Npgsql;

namespace ShellCorp.Cluster.Tests.Projection;

/// <summary>The projection in PostgreSQL, as anybody may read it.</summary>
internal sealed class ProjectedTables(string connectionString) : IAsyncDisposable
{
    private static readonly string[] Names = ["player_rating", "rating_history", "player_form", "match_fact", "match_squad", "match_result"];

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connectionString);

    /// <summary>Every row of every table, as text; of the positions without the topics' ids, which a replay leaves to the projector.</summary>
    public async Task<IReadOnlyList<string>> EverythingAsync()
    {
        var rows = new List<string>();
        foreach (var name in Names)
            rows.AddRange((await ListAsync<string>($"SELECT t::text FROM {name} t")).Select(row => $"{name} {row}").Order(StringComparer.Ordinal));
        rows.AddRange((await ListAsync<string>("SELECT (topic, partition, next)::text FROM projection_position")).Order(StringComparer.Ordinal));
        return rows;
    }

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<T>();
        while (await reader.ReadAsync())
            values.Add(await reader.GetFieldValueAsync<T>(0));
        return values;
    }

    public async Task RunAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A session of its own, for a transaction that stays open.</summary>
    public ValueTask<NpgsqlConnection> OpenAsync() => _source.OpenConnectionAsync();

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
