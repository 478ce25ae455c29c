using ShellCorp.Analytics.Model;

namespace ShellCorp.Analytics.Redshift;

/// <summary>Tables as Redshift and Spark declare them.</summary>
internal static class RedshiftTypes
{
    public const string StagedFile = "staged_file";

    public static string CreateTable(Table table) =>
        $"CREATE TABLE IF NOT EXISTS {table.Name} ({string.Join(", ", table.Columns.Select(column => $"{column.Name} {Of(column)}{(column.IsNullable ? "" : " NOT NULL")}"))})";

    /// <summary>
    /// A staging table: a table's columns and the number of the file that a row is from. Its times have a zone, since Spark writes the wall clock of its machine into those without.
    /// </summary>
    public static string CreateStaging(Table table, string name) =>
        $"CREATE TABLE {name} ({StagedFile} integer, {string.Join(", ", table.Columns.Select(column => $"{column.Name} {(column.Type == ColumnType.Timestamp ? "timestamptz" : Of(column))}"))})";

    public static string InSpark(Column column) => column.Type switch
    {
        ColumnType.BigInt => "BIGINT",
        ColumnType.Integer => "INT",
        ColumnType.Double => "DOUBLE",
        ColumnType.Boolean => "BOOLEAN",
        ColumnType.Timestamp => "TIMESTAMP",
        _ => "STRING",
    };

    private static string Of(Column column) => column.Type switch
    {
        ColumnType.BigInt => "bigint",
        ColumnType.Integer => "integer",
        ColumnType.Double => "double precision",
        ColumnType.Boolean => "boolean",
        ColumnType.Timestamp => "timestamp",
        _ => FormattableString.Invariant($"varchar({column.Length})"),
    };
}
