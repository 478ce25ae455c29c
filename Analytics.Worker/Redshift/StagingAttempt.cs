using System.Globalization;
using ShellCorp.Analytics.Model;
using ShellCorp.Analytics.Warehouse;
using SparkConnect;
using SparkConnect.Errors;
using SparkConnect.Statements;

namespace ShellCorp.Analytics.Redshift;

/// <summary>
/// One attempt to bring landed files into staging tables of its own, by a session of its own: what an earlier attempt still commits can't get between its rows.
/// Rows may come twice; all carry their table's key and the number of their file.
/// </summary>
internal sealed class StagingAttempt(SparkSession session, RedshiftOptions options, TimeProvider time)
{
    private readonly List<(Projection Projection, StagedTable Table, (int Number, string Location)[] Files)> _plan = [];
    private readonly List<Guid> _operations = [];

    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>The names of staging tables sort by the day of their attempt; this one is before all of that day's.</summary>
    public static string FirstName(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"staging_{at.UtcDateTime:yyyyMMdd}_");

    /// <summary>Finds out what is to be staged.</summary>
    /// <returns>The tables to be made.</returns>
    public IEnumerable<StagedTable> Plan(IReadOnlyList<LandedFile> files, int[] fresh)
    {
        foreach (var projection in WarehouseProjections.All)
        {
            (int, string)[] sources = [.. fresh.Where(i => LocationOf(files[i], projection.Source) is not null).Select(i => (i, LocationOf(files[i], projection.Source)!))];
            var name = string.Create(CultureInfo.InvariantCulture, $"{FirstName(time.GetUtcNow())}{Id:n}_{_plan.Count}");
            if (sources.Length > 0)
                _plan.Add((projection, new StagedTable(name, projection.Target, new Dictionary<int, long>()), sources));
        }

        return _plan.Select(planned => planned.Table);
    }

    /// <summary>Stages.</summary>
    public async Task<IReadOnlyList<StagedTable>> RunAsync(CancellationToken cancellationToken)
    {
        await session.Configuration.SetAsync(new Dictionary<string, string> { ["spark.sql.session.timeZone"] = "UTC" }, cancellationToken);
        List<StagedTable> staged = [];
        foreach (var (projection, table, files) in _plan)
        {
            await ExecuteAsync($"CREATE OR REPLACE TEMPORARY VIEW staged USING {options.StagingFormat} OPTIONS ({SparkText.Options(WriterOptions(table.Name))})", cancellationToken);
            Dictionary<int, long> expected = [];
            foreach (var (number, location) in files)
                expected.Add(number, await StageAsync(projection, number, location, cancellationToken));
            staged.Add(table with { Expected = expected });
        }

        return staged;
    }

    /// <summary>Lets the server forget the operations; to be called once their outcome is in the ledger.</summary>
    public async Task TryReleaseAsync(ILogger logger)
    {
        try
        {
            foreach (var operation in _operations)
                await session.ReleaseAsync(operation);
            await session.CloseAsync();
        }
        catch (SparkException e)
        {
            // What isn't released the server drops by itself.
            RedshiftWarehouse.LogNotReleased(logger, Id, e);
        }
    }

    private static string? LocationOf(LandedFile file, string source) =>
        source == LandedTables.Windows ? file.WindowsLocation : source == file.Partition.Topic && file.Rows > 0 ? file.Location : null;

    private async Task<long> StageAsync(Projection projection, int number, string location, CancellationToken cancellationToken)
    {
        await ExecuteAsync($"CREATE OR REPLACE TEMPORARY VIEW landed USING parquet OPTIONS ({SparkText.Options([("path", SparkText.Path(location))])})", cancellationToken);
        var described = await ExecuteAsync("DESCRIBE TABLE landed", cancellationToken);
        var rows = projection.Select(SparkText.Source(projection, "landed", described.Rows.Select(row => row.Get<string>("col_name")).ToHashSet(StringComparer.Ordinal)));
        var counted = await session.QueryAsync($"SELECT count(*) AS source_rows FROM ({rows}) AS counted", Options, cancellationToken);
        var count = counted.Rows[0].Get<long>("source_rows");
        if (count > 0)
        {
            await ExecuteAsync(
                FormattableString.Invariant($"INSERT INTO staged SELECT {number} AS {RedshiftTypes.StagedFile}, {projection.Target.ColumnList} FROM ({rows}) AS staged_rows"),
                cancellationToken);
        }

        return count;
    }

    // Whatever is sent twice here does no harm: views are replaced, and rows that are staged twice count once.
    private async Task<SparkConnect.Results.SparkResult> ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        var operation = Guid.NewGuid();
        var result = await session.ExecuteAsync(sql, Options with { OperationId = operation, KeepsOperation = true }, cancellationToken);
        _operations.Add(operation);
        return result;
    }

    private SparkRunOptions Options => new() { IsRepeatable = true, Timeout = options.StatementTimeout };

    private IEnumerable<(string Name, string Value)> WriterOptions(string table)
    {
        yield return ("url", options.JdbcUrl);
        yield return ("dbtable", table);
        if (options.StagingFormat == "jdbc")
            yield return ("driver", options.JdbcUrl.StartsWith("jdbc:redshift:", StringComparison.Ordinal) ? "com.amazon.redshift.Driver" : "org.postgresql.Driver");
        foreach (var (name, value) in options.StagingOptions)
            yield return (name, value);
    }
}
