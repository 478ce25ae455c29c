using System.Collections.Immutable;
using ParquetSharp;

namespace ShellCorp.Analytics.Landing;

/// <summary>The typed columns of a kind of landed files. Times are microseconds in UTC; what is optional in the event may be null.</summary>
internal sealed class LandedSchema<TRow>
{
    private static readonly LogicalType Micros = LogicalType.Timestamp(isAdjustedToUtc: true, TimeUnit.Micros);
    private ImmutableArray<LandedColumn<TRow>> _columns = [];

    /// <summary>Adds a column; a <c>string</c> may be null.</summary>
    public LandedSchema<TRow> With<TValue>(string name, Func<TRow, TValue> read)
    {
        var isTime = typeof(TValue) == typeof(DateTime) || typeof(TValue) == typeof(DateTime?);
        _columns = _columns.Add(new LandedColumn<TRow, TValue>(name, read, isTime ? Micros : null));
        return this;
    }

    /// <summary>Writes a file's bytes.</summary>
    /// <exception cref="IOException">The stream can't be written.</exception>
    public void Write(Stream stream, IReadOnlyList<TRow> rows)
    {
        using var builder = new WriterPropertiesBuilder();
        using var properties = builder.Compression(Compression.Zstd).Build();
        using var output = new ParquetSharp.IO.ManagedOutputStream(stream, leaveOpen: true);
        using var file = new ParquetFileWriter(output, [.. _columns.Select(column => column.Physical)], properties);
        using (var group = file.AppendRowGroup())
        {
            foreach (var column in _columns)
                column.Write(group, rows);
        }

        file.Close();
    }
}
