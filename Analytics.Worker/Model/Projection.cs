using System.Collections.Immutable;

namespace ShellCorp.Analytics.Model;

/// <summary>How the rows of a landed table become rows of a table of the warehouse.</summary>
/// <param name="Source">The landed table: a topic, or <see cref="LandedTables.Windows"/>.</param>
/// <param name="Target">The warehouse's table.</param>
/// <param name="Values">For each column of the target an expression over the source's columns.</param>
/// <param name="Where">Which rows of the source count; null for all.</param>
public sealed record Projection(string Source, Table Target, ImmutableArray<string> Values, string? Where = null)
{
    /// <summary>
    /// Reads the source's files: one row a key, the winning one, in the order of the target's columns. Understood by DuckDB and Spark SQL.
    /// </summary>
    /// <param name="source">What stands behind FROM: a table, a view or a table function.</param>
    public string Select(string source)
    {
        var values = Target.Columns.Zip(Values, (column, value) => value == column.Name ? value : $"{value} AS {column.Name}");
        var order = Target.Winner.Select(rule => rule.HigherWins ? $"{rule.Column} DESC" : rule.Column);
        return $"""
            SELECT {Target.ColumnList}
            FROM (
              SELECT projected.*, row_number() OVER (PARTITION BY {string.Join(", ", Target.Key)} ORDER BY {string.Join(", ", order)}) AS place
              FROM (SELECT {string.Join(", ", values)} FROM {source}{(Where is null ? "" : $" WHERE {Where}")}) AS projected
            ) AS ranked
            WHERE place = 1
            """;
    }
}
