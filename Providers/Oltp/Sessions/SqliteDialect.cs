using System.Text;
using System.Text.Json;

namespace Oltp.Sessions;

/// <summary>SQLite takes statements as they are, and rows as one text in JSON.</summary>
internal sealed class SqliteDialect : ISqlDialect
{
    public static SqliteDialect Instance { get; } = new();

    public string Translate(string sql) => sql;

    public (string Table, object Parameters) Bind(OltpRows rows)
    {
        var columns = rows.Columns.Select((column, index) => $"value ->> {index} AS {column.Name}");
        return ($"(SELECT {string.Join(", ", columns)} FROM json_each(@rows)) AS r", new { rows = ToJson(rows) });
    }

    private static string ToJson(OltpRows rows)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            for (var row = 0; row < rows.Count; row++)
            {
                json.WriteStartArray();
                foreach (var column in rows.Columns)
                    Write(json, column.Values.GetValue(row));
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            default: throw new ArgumentException($"A row holds a {value.GetType().Name}; there are numbers and texts only.", nameof(value));
        }
    }
}
