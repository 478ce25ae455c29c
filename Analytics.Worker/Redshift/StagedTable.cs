using ShellCorp.Analytics.Model;

namespace ShellCorp.Analytics.Redshift;

/// <summary>A staging table of one attempt, for one projection.</summary>
/// <param name="Name">Its name; no other attempt writes to it.</param>
/// <param name="Target">The table that its rows are for.</param>
/// <param name="Expected">By the number of a file: how many rows its source has.</param>
internal sealed record StagedTable(string Name, Table Target, IReadOnlyDictionary<int, long> Expected)
{
    /// <summary>Counts what came, by file; rows that came twice once.</summary>
    public string CountDistinct() => $"""
        SELECT {RedshiftTypes.StagedFile}, count(*) AS staged_rows
        FROM (SELECT DISTINCT {RedshiftTypes.StagedFile}, {string.Join(", ", Target.Key)} FROM {Name}) AS distinct_rows
        GROUP BY {RedshiftTypes.StagedFile}
        """;

    /// <summary>Fills a temporary table with one row a key of these files, the winning one.</summary>
    public string CreateWinners(string winners, IEnumerable<int> files)
    {
        var values = Target.Columns.Select(column => column.Type == ColumnType.Timestamp ? $"{column.Name} AT TIME ZONE 'UTC'" : column.Name);
        var projection = new Projection(Name, Target, [.. values], FormattableString.Invariant($"{RedshiftTypes.StagedFile} IN ({string.Join(", ", files)})"));
        return $"CREATE TEMPORARY TABLE {winners} AS {projection.Select(Name)}";
    }
}
