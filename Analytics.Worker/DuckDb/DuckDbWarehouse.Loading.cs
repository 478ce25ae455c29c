using ShellCorp.Analytics.Model;
using ShellCorp.Analytics.Warehouse;

namespace ShellCorp.Analytics.DuckDb;

/// <content>Loading, skipping and trimming.</content>
public sealed partial class DuckDbWarehouse
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<LoadOutcome>> LoadAsync(IReadOnlyList<LandedFile> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        return WriteAsync<IReadOnlyList<LoadOutcome>>(() => Load(files), cancellationToken);
    }

    /// <inheritdoc/>
    public Task SkipAsync(LogPartition partition, long next, CancellationToken cancellationToken) => WriteAsync(
        () =>
        {
            var at = Next(partition) ?? 0;
            if (at >= next)
                throw new RangeRefusedException(partition, at, next, at);
            Note(partition, at, next, "gap", 0, "", null);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task TrimAsync(IReadOnlyDictionary<LogPartition, long> from, CancellationToken cancellationToken) => WriteAsync(
        () =>
        {
            foreach (var sql in from.SelectMany(position => TrimStatements.Of(position.Key, position.Value)).Concat(TrimStatements.Aggregates()))
                Execute(sql);
            return true;
        },
        cancellationToken);

    private LoadOutcome[] Load(IReadOnlyList<LandedFile> files)
    {
        var outcomes = files.Select(Ask).ToArray();
        var fresh = files.Where((_, i) => outcomes[i] == LoadOutcome.Loaded).ToArray();
        if (fresh.Length > 0)
            Merge(fresh);
        foreach (var file in fresh)
            Note(file.Partition, file.FirstOffset, file.NextOffset, "load", file.Rows, file.Location, file.LastEventAt);
        return outcomes;
    }

    private LoadOutcome Ask(LandedFile file)
    {
        var next = Next(file.Partition);
        if (next is null || next == file.FirstOffset)
            return LoadOutcome.Loaded;
        var same = Read(
            _writer,
            "SELECT 1 FROM load_ledger WHERE topic = $1 AND log_partition = $2 AND first_offset = $3 AND next_offset = $4 AND kind = 'load'",
            [file.Partition.Topic, file.Partition.Number, file.FirstOffset, file.NextOffset], CancellationToken.None);
        return same.Rows.Count > 0
            ? LoadOutcome.AlreadyLoaded
            : throw new RangeRefusedException(file.Partition, file.FirstOffset, file.NextOffset, next.Value);
    }

    private long? Next(LogPartition partition) => (long?)Read(
        _writer, "SELECT max(next_offset) FROM load_ledger WHERE topic = $1 AND log_partition = $2", [partition.Topic, partition.Number],
        CancellationToken.None).Rows[0][0];

    private void Merge(IReadOnlyList<LandedFile> files)
    {
        var sources = files.Where(file => file.Rows > 0).GroupBy(file => file.Partition.Topic, file => file.Location)
            .Concat(files.Where(file => file.WindowsLocation is not null).GroupBy(_ => LandedTables.Windows, file => file.WindowsLocation!))
            .ToDictionary(group => group.Key, group => $"read_parquet([{string.Join(", ", group.Select(Quote))}], union_by_name = true)");
        var stagings = new Dictionary<string, Table>(StringComparer.Ordinal);
        foreach (var projection in WarehouseProjections.All.Where(projection => sources.ContainsKey(projection.Source)))
        {
            var staging = $"staging_{stagings.Count}";
            stagings.Add(staging, projection.Target);
            Execute($"CREATE TEMPORARY TABLE {staging} AS SELECT * FROM {projection.Target.Name} WHERE false");
            Execute($"INSERT INTO {staging} {projection.Select(sources[projection.Source])}");
            Execute(LoadStatements.DeleteLosers(projection.Target, staging));
            Execute(LoadStatements.Merge(projection.Target, staging));
        }

        var facts = stagings.Where(staging => staging.Value == WarehouseModel.FactEvent || staging.Value == WarehouseModel.FactRating)
            .Select(staging => staging.Key).ToArray();
        foreach (var sql in facts.Length == 0 ? [] : LoadStatements.AggregatePlayerMatches("touched", facts))
            Execute(sql);
        foreach (var staging in stagings.Keys)
            Execute($"DROP TABLE {staging}");
    }

    private void Note(LogPartition partition, long first, long next, string kind, long rows, string location, DateTimeOffset? lastEventAt) => Execute(
        $"INSERT INTO load_ledger ({WarehouseModel.LoadLedger.ColumnList}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        partition.Topic, partition.Number, first, next, kind, rows, location, lastEventAt is { } at ? at.UtcDateTime : DBNull.Value,
        _time.GetUtcNow().UtcDateTime);

    private static string Quote(string path) => $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";
}
