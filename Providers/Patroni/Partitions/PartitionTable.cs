using System.Globalization;
using Npgsql;

namespace Patroni.Partitions;

/// <summary>A table whose rows go along with a partition, as its schema has noted in <c>partition_table</c>.</summary>
/// <param name="Name">The table.</param>
/// <param name="Partition">The partition of a row, an expression.</param>
/// <param name="Columns">Its columns that aren't generated, quoted.</param>
internal sealed record PartitionTable(string Name, string Partition, string Columns)
{
    private const string Query = """
        SELECT t.name, t.partition, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
        FROM partition_table t JOIN pg_attribute a ON a.attrelid = t.name::regclass
        WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        GROUP BY t.name, t.partition ORDER BY t.name
        """;

    /// <summary>The tables of a database.</summary>
    public static async Task<IReadOnlyList<PartitionTable>> AllAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var tables = new List<PartitionTable>();
        await using var command = new NpgsqlCommand(Query, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            tables.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return tables;
    }

    /// <summary>Deletes a partition's rows.</summary>
    public async Task DeleteAsync(NpgsqlConnection connection, int number, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, $"DELETE FROM {Name} WHERE {Of(number)}");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>How many rows a partition has.</summary>
    public async Task<long> CountAsync(NpgsqlConnection connection, int number, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, $"SELECT count(*) FROM {Name} WHERE {Of(number)}");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Copies a partition's rows, as PostgreSQL itself writes them.</summary>
    public async Task CopyAsync(NpgsqlConnection from, NpgsqlConnection to, int number, CancellationToken cancellationToken)
    {
        await using var source = await from.BeginRawBinaryCopyAsync($"COPY (SELECT {Columns} FROM {Name} WHERE {Of(number)}) TO STDOUT (FORMAT BINARY)", cancellationToken);
        await using var target = await to.BeginRawBinaryCopyAsync($"COPY {Name} ({Columns}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        await source.CopyToAsync(target, cancellationToken);
    }

    private string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"({Partition}) = {number}");

#pragma warning disable CA2100 // Names and expressions that the schema's own steps have noted, and a number.
    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql) => new(sql, connection);
#pragma warning restore CA2100
}
