using Apache.Arrow;
using Apache.Arrow.Ipc;
using Google.Protobuf;
using SparkConnect.Wire;
using Field = Apache.Arrow.Field;
using Schema = Apache.Arrow.Schema;

namespace SparkConnect.TestServer.Statements;

/// <summary>Rows as Arrow data: a complete IPC stream.</summary>
internal static class ArrowAnswer
{
    /// <summary>What a command without rows answers: a batch of no columns.</summary>
    public static ByteString Nothing { get; } = Write(new Schema([], null), [], 0);

    public static Answered Of(QueryRows rows)
    {
        var types = rows.Columns.Select(column => SparkTypes.ToAnswer(column.Type)).ToArray();
        var schema = new Schema([.. rows.Columns.Zip(types, (column, type) => new Field(column.Name, type.Arrow, nullable: true))], null);
        var structure = new DataType { Struct = new() };
        structure.Struct.Fields.AddRange(rows.Columns.Zip(types, (column, type) => new DataType.Types.StructField { Name = column.Name, DataType = type.Spark }));
        return new(structure, Write(schema, [.. rows.Columns.Select((column, i) => Column(column.Type, rows.Values.Select(row => row[i])))], rows.Values.Count), rows.Values.Count);
    }

    private static IArrowArray Column(string type, IEnumerable<object?> values) => type switch
    {
        "bigint" => new Int64Array.Builder().AppendRange(values.Select(value => (long)value!)).Build(),
        "int" => new Int32Array.Builder().AppendRange(values.Select(value => (int)value!)).Build(),
        _ => Texts(values),
    };

    private static StringArray Texts(IEnumerable<object?> values)
    {
        var builder = new StringArray.Builder();
        foreach (var value in values)
            _ = value is null ? builder.AppendNull() : builder.Append((string)value);
        return builder.Build();
    }

    private static ByteString Write(Schema schema, IEnumerable<IArrowArray> columns, int rows)
    {
        using var stream = new MemoryStream();
        using (var writer = new ArrowStreamWriter(stream, schema, leaveOpen: true))
        {
            using var batch = new RecordBatch(schema, columns, rows);
            writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        }

        return ByteString.CopyFrom(stream.ToArray());
    }
}
