using ShellCorp.Analytics.Warehouse;

namespace ShellCorp.Analytics.Reports;

/// <summary>Reads reports from the warehouse.</summary>
internal sealed class ReportReader(IWarehouse warehouse)
{
    /// <summary>Reads a page.</summary>
    /// <param name="report">The report.</param>
    /// <param name="limit">The most rows.</param>
    /// <param name="after">The keys of the row before; null for the first page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ReportPage<TRow>> ReadAsync<TRow>(
        Report<TRow> report, int limit, IReadOnlyList<object>? after, CancellationToken cancellationToken)
    {
        var order = string.Join(", ", report.Order.Select(key => $"{key.Column}{(key.Descending ? " DESC" : "")}"));
        var rest = after is null ? "" : $"WHERE {Keyset.After(report.Order, report.Parameters.Length + 1)}";
        var sql = FormattableString.Invariant($"SELECT * FROM ({report.Sql}) AS report {rest} ORDER BY {order} LIMIT {limit + 1}");
        var result = await warehouse.QueryAsync(sql, [.. report.Parameters, .. after ?? []], cancellationToken);

        var rows = result.Rows.Take(limit).ToArray();
        var keys = report.Order.Select(key => IndexOf(result.Columns, key.Column)).ToArray();
        var next = result.Rows.Count > limit ? Keyset.Encode(keys.Select(key => rows[^1][key])) : null;
        return new([.. rows.Select(RowReader<TRow>.Read)], next);
    }

    private static int IndexOf(IReadOnlyList<string> columns, string name) => columns.Index().First(column => column.Item == name).Index;
}
