using ParquetSharp;

namespace ShellCorp.Analytics.Landing;

/// <summary>A column of a landed file.</summary>
internal sealed class LandedColumn<TRow, TValue>(string name, Func<TRow, TValue> read, LogicalType? type = null)
    : LandedColumn<TRow>(new Column<TValue>(name, type))
{
    /// <inheritdoc/>
    public override void Write(RowGroupWriter group, IReadOnlyList<TRow> rows)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = read(rows[i]);
        using var column = group.NextColumn().LogicalWriter<TValue>();
        column.WriteBatch(values);
    }
}
