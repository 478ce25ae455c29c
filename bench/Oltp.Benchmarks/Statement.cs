using Npgsql;

namespace ShellCorp.Oltp.Benchmarks;

/// <summary>A statement with its values, as PostgreSQL gets it.</summary>
/// <param name="Sql">Its text.</param>
/// <param name="Values">Its values by name.</param>
internal sealed record Statement(string Sql, IReadOnlyList<KeyValuePair<string, object>> Values)
{
    /// <summary>Runs statements as one transaction, and reads what they return.</summary>
    public static async Task RunAsync(NpgsqlDataSource source, IReadOnlyList<Statement> statements)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var (sql, values) in statements)
        {
#pragma warning disable CA2100 // The product's own statements.
            await using var command = new NpgsqlCommand(sql, connection, transaction);
#pragma warning restore CA2100
            foreach (var (name, value) in values)
                command.Parameters.Add(new(name, value));
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                reader.GetValue(0);
        }

        await transaction.CommitAsync();
    }
}
