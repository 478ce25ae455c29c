using System.Collections.Immutable;

namespace ShellCorp.Analytics.Model;

/// <summary>
/// The statements that bring staged rows into the tables. They keep to what Redshift allows: MERGE from a table, on equality, with both clauses
/// and no conditions; so what loses against a row that is there is taken out of the staging before.
/// </summary>
public static class LoadStatements
{
    /// <summary>Takes out of the staging what loses against, or equals, a row that is there.</summary>
    /// <param name="table">The table.</param>
    /// <param name="staging">A table of the same columns with one row a key.</param>
    public static string DeleteLosers(Table table, string staging)
    {
        ArgumentNullException.ThrowIfNull(table);
        return $"DELETE FROM {staging} USING {table.Name} WHERE {On(table.Key, table.Name, staging)} AND {NotBeaten(table.Winner, table.Name, staging)}";
    }

    /// <summary>Writes what is left in the staging over the rows that it beats, and adds the others.</summary>
    public static string Merge(Table table, string staging)
    {
        ArgumentNullException.ThrowIfNull(table);
        var names = table.Columns.Select(column => column.Name).ToImmutableArray();
        var set = names.Except(table.Key).Select(name => $"{name} = {staging}.{name}");
        return $"""
            MERGE INTO {table.Name} USING {staging} ON {On(table.Key, table.Name, staging)}
            WHEN MATCHED THEN UPDATE SET {string.Join(", ", set)}
            WHEN NOT MATCHED THEN INSERT ({table.ColumnList}) VALUES ({string.Join(", ", names.Select(name => $"{staging}.{name}"))})
            """;
    }

    /// <summary>Computes <see cref="PlayerMatches.Table"/> again for the staged rows; after the facts were merged.</summary>
    /// <param name="touched">A temporary table that this makes and drops.</param>
    /// <param name="stagings">Staged rows of <see cref="WarehouseModel.FactEvent"/> and <see cref="WarehouseModel.FactRating"/>; at least one.</param>
    public static IEnumerable<string> AggregatePlayerMatches(string touched, IEnumerable<string> stagings)
    {
        var table = PlayerMatches.Table;
        yield return $"CREATE TEMPORARY TABLE {touched} AS {PlayerMatches.SelectTouched(stagings)}";
        yield return $"DELETE FROM {table.Name} USING {touched} WHERE {On(table.Key, table.Name, touched)}";
        yield return $"INSERT INTO {table.Name} ({table.ColumnList}) {PlayerMatches.SelectRows(touched)}";
        yield return $"DROP TABLE {touched}";
    }

    /// <summary>The ledger's <c>next</c>: topic, partition, offset.</summary>
    public const string SelectPositions = "SELECT topic, log_partition, max(next_offset) AS next_offset FROM load_ledger GROUP BY topic, log_partition";

    private static string On(ImmutableArray<string> key, string left, string right) =>
        string.Join(" AND ", key.Select(name => $"{left}.{name} = {right}.{name}"));

    // (a, b) not after (a', b') in the order of precedence; row values are compared in no way that all engines share.
    private static string NotBeaten(ImmutableArray<Precedence> rules, string held, string staged)
    {
        var (name, higher) = rules[0];
        var better = $"{held}.{name} {(higher ? '>' : '<')} {staged}.{name}";
        var rest = rules.Length == 1 ? "" : $" AND {NotBeaten(rules[1..], held, staged)}";
        return $"({better} OR ({held}.{name} = {staged}.{name}{rest}))";
    }
}
