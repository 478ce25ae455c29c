using ParquetSharp;

namespace ShellCorp.Analytics.Landing;

/// <summary>A column of a landed file.</summary>
internal abstract class LandedColumn<TRow>(Column physical)
{
    /// <summary>Its name and type in Parquet.</summary>
    public Column Physical { get; } = physical;

    /// <summary>Writes it for all rows of a group.</summary>
    public abstract void Write(RowGroupWriter group, IReadOnlyList<TRow> rows);
}
