using System.Globalization;
using System.Reflection;
using System.Text;
using ShellCorp.Analytics.Landing;

namespace ShellCorp.Analytics.Reports;

/// <summary>Reports as files.</summary>
internal static class ReportFile
{
    private static readonly System.Buffers.SearchValues<char> Quoted = System.Buffers.SearchValues.Create(",\"\r\n");

    /// <summary>RFC 4180 in UTF-8, with a header; times by ISO 8601. A text that a spreadsheet would take for a formula gets an apostrophe.</summary>
    public static byte[] Csv<TRow>(IReadOnlyList<TRow> rows)
    {
        var text = new StringBuilder().AppendJoin(',', RowReader<TRow>.Names).Append("\r\n");
        foreach (var row in rows)
            text.AppendJoin(',', RowReader<TRow>.Properties.Select(property => Cell(property.GetValue(row)))).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Typed columns under the same names.</summary>
    public static byte[] Parquet<TRow>(IReadOnlyList<TRow> rows)
    {
        var schema = new LandedSchema<TRow>();
        foreach (var (index, property) in RowReader<TRow>.Properties.Index())
            Add(schema, RowReader<TRow>.Names[index], property);
        using var content = new MemoryStream();
        schema.Write(content, rows);
        return content.ToArray();
    }

    private static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
            bool flag => flag ? "true" : "false",
            string given => given is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{given}" : given,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        return text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static void Add<TRow>(LandedSchema<TRow> schema, string name, PropertyInfo property)
    {
        _ = property.PropertyType switch
        {
            var type when type == typeof(string) => schema.With(name, row => (string?)property.GetValue(row)),
            var type when type == typeof(DateTime) || type == typeof(DateTime?) => schema.With(name, row => (DateTime?)property.GetValue(row)),
            var type when type == typeof(double) || type == typeof(double?) => schema.With(name, row => (double?)property.GetValue(row)),
            var type when type == typeof(bool) || type == typeof(bool?) => schema.With(name, row => (bool?)property.GetValue(row)),
            var type when type == typeof(int) || type == typeof(int?) => schema.With(name, row => (int?)property.GetValue(row)),
            _ => schema.With(name, row => (long?)property.GetValue(row)),
        };
    }
}
