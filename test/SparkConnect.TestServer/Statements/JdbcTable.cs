using System.Data.Common;
using Npgsql;
using SparkConnect.TestServer.Protocol;

namespace SparkConnect.TestServer.Statements;

/// <summary>A table of PostgreSQL as a view of Spark's sees it: the columns are read when the view is made.</summary>
internal sealed class JdbcTable
{
    private const string Scheme = "jdbc:";

    private JdbcTable(string connectionString, string name, IReadOnlyList<DbColumn> columns) => (ConnectionString, Name, Columns) = (connectionString, name, columns);

    public string ConnectionString { get; }

    public string Name { get; }

    public IReadOnlyList<DbColumn> Columns { get; }

    public static async Task<JdbcTable> OpenAsync(IReadOnlyDictionary<string, string> options)
    {
        if (options.Keys.Except(["url", "dbtable", "driver", "batchsize"]).FirstOrDefault() is { } other || options.GetValueOrDefault("driver") != "org.postgresql.Driver")
            throw new Grpc.Core.RpcException(new(Grpc.Core.StatusCode.Unimplemented, $"The test server doesn't cover this view: {string.Join(", ", options.Keys)}."));
        var (connectionString, table) = (ToNpgsql(options["url"]), options["dbtable"]);
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync();
#pragma warning disable CA2100 // What a test names.
            await using var command = new NpgsqlCommand($"SELECT * FROM {table} WHERE 1=0", connection);
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            return new(connectionString, table, [.. await reader.GetColumnSchemaAsync()]);
        }
        catch (PostgresException e)
        {
            throw SparkError.Of("org.postgresql.util.PSQLException", $"ERROR: {e.MessageText}\n  Position: {e.Position}");
        }
    }

    /// <summary>What Spark refuses before anything is sent to the database.</summary>
    public void Check(QueryRows rows)
    {
        if (rows.Columns.Count < Columns.Count)
            throw SparkError.Analyzed($"[INSERT_COLUMN_ARITY_MISMATCH.NOT_ENOUGH_DATA_COLUMNS] Cannot write to `unknown`, the reason is not enough data columns:\n{Listed(rows)}");
        if (rows.Columns.Count > Columns.Count)
            throw SparkError.Analyzed($"[INSERT_COLUMN_ARITY_MISMATCH.TOO_MANY_DATA_COLUMNS] Cannot write to `unknown`, the reason is too many data columns:\n{Listed(rows)}");
        for (var i = 0; i < Columns.Count; i++)
            Check(Columns[i], rows.Columns[i], rows.Values.Select(row => row[i]));
    }

    private static void Check(DbColumn column, QueryColumn data, IEnumerable<object?> values)
    {
        var isText = column.DataType == typeof(string);
        if (data.Type == "string" && !isText)
        {
            throw SparkError.Analyzed(
                $"[INCOMPATIBLE_DATA_FOR_TABLE.CANNOT_SAFELY_CAST] Cannot write incompatible data for the table `unknown`: Cannot safely cast `{column.ColumnName}` \"STRING\" to \"{column.DataTypeName?.ToUpperInvariant()}\".");
        }

        if (isText && column.ColumnSize is > 0 and var length && values.Any(value => value is string text && text.EnumerateRunes().Count() > length))
            throw SparkError.Of("org.apache.spark.SparkRuntimeException", $"[EXCEED_LIMIT_LENGTH] Exceeds char/varchar type length limitation: {length}.");
    }

    private string Listed(QueryRows rows) =>
        $"Table columns: {string.Join(", ", Columns.Select(column => $"`{column.ColumnName}`"))}.\nData columns: {string.Join(", ", rows.Columns.Select(column => $"`{column.Name}`"))}.";

    private static string ToNpgsql(string url)
    {
        var address = new Uri(url[Scheme.Length..]);
        var user = address.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).First(pair => pair[0] == "user")[1];
        return new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port,
            Database = address.AbsolutePath[1..],
            Username = user,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;
    }
}
