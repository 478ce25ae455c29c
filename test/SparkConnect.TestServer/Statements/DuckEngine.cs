using DuckDB.NET.Data;
using Google.Protobuf;

namespace SparkConnect.TestServer.Statements;

/// <summary>Reads Parquet files and computes.</summary>
internal static class DuckEngine
{
    public static Answered Query(Session session, string sql)
    {
        var rows = Rows(session, sql);
        return ArrowAnswer.Of(rows);
    }

    public static ByteString Describe(string path)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own file.
        command.CommandText = $"DESCRIBE SELECT * FROM read_parquet('{Quoted(path)}')";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        List<QueryColumn> columns = [];
        while (reader.Read())
            columns.Add(new(reader.GetString(0), SparkTypes.Of(reader.GetString(1))));
        return ArrowAnswer.Of(new QueryRows(
            [new("col_name", "string"), new("data_type", "string"), new("comment", "string")], [.. columns.Select(column => new object?[] { column.Name, column.Type, null })])).Data;
    }

    public static QueryRows Rows(Session session, string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // It is for running what a test sends.
        foreach (var (name, path) in session.Files)
        {
            command.CommandText = $"CREATE VIEW {name} AS SELECT * FROM read_parquet('{Quoted(path)}')";
            command.ExecuteNonQuery();
        }

        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var columns = Columns(reader);
        List<object?[]> rows = [];
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, columns.Length).Select(i => reader.GetValue(i) is var value and not DBNull ? value : null)]);
        return new(columns, rows);
    }

    private static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection;
    }

    private static QueryColumn[] Columns(DuckDBDataReader reader) =>
        [.. Enumerable.Range(0, reader.FieldCount).Select(i => new QueryColumn(reader.GetName(i), SparkTypes.Of(reader.GetDataTypeName(i))))];

    private static string Quoted(string path) => path.Replace("'", "''", StringComparison.Ordinal);
}
