using Apache.Arrow;
using Apache.Arrow.Types;
using SparkConnect.Errors;

namespace SparkConnect.Results;

/// <summary>Rows out of Arrow batches.</summary>
internal static class ArrowRows
{
    // Of more digits not every value fits into System.Decimal.
    private const int DecimalDigits = 28;

    public static IEnumerable<SparkRow> Of(RecordBatch batch)
    {
        string[] names = [.. batch.Schema.FieldsList.Select(field => field.Name)];
        IArrowArray[] columns = [.. batch.Arrays];
        return Enumerable.Range(0, batch.Length).Select(row => new SparkRow(names, [.. columns.Select(column => Value(column, row))]));
    }

    private static object? Value(IArrowArray column, int row) => column.IsNull(row) ? null : column switch
    {
        BooleanArray values => values.GetValue(row),
        Int8Array values => values.GetValue(row),
        Int16Array values => values.GetValue(row),
        Int32Array values => values.GetValue(row),
        Int64Array values => values.GetValue(row),
        FloatArray values => values.GetValue(row),
        DoubleArray values => values.GetValue(row),
        Decimal128Array values => Decimal(values, row),
        StringArray values => values.GetString(row),
        BinaryArray values => values.GetBytes(row).ToArray(),
        Date32Array values => values.GetDateOnly(row),
        TimestampArray values => Timestamp(values, row),
        DurationArray values => values.GetTimeSpan(row),
        YearMonthIntervalArray values => values.GetValue(row),
        MapArray values => Entries(values, row),
        ListArray values => Items(values.GetSlicedValues(row)),
        StructArray values => Struct(values, row),
        _ => throw new SparkProtocolException($"Arrow data of type {column.Data.DataType.Name} isn't among Spark's."),
    };

    private static object? Decimal(Decimal128Array values, int row) => ((Decimal128Type)values.Data.DataType).Precision <= DecimalDigits
        ? values.GetValue(row)
        : values.GetSqlDecimal(row);

    private static object? Timestamp(TimestampArray values, int row)
    {
        var instant = values.GetTimestamp(row);
        return ((TimestampType)values.Data.DataType).Timezone is null ? instant?.UtcDateTime is { } clock ? DateTime.SpecifyKind(clock, DateTimeKind.Unspecified) : null : instant;
    }

    private static object?[] Items(IArrowArray items) => [.. Enumerable.Range(0, items.Length).Select(item => Value(items, item))];

    private static SparkRow Struct(StructArray values, int row)
    {
        var type = (StructType)values.Data.DataType;
        return new([.. type.Fields.Select(field => field.Name)], [.. values.Fields.Select(field => Value(field, row))]);
    }

    private static KeyValuePair<object, object?>[] Entries(MapArray values, int row)
    {
        var from = values.ValueOffsets[row];
        return [.. Enumerable.Range(from, values.ValueOffsets[row + 1] - from).Select(entry => KeyValuePair.Create(Value(values.Keys, entry)!, Value(values.Values, entry)))];
    }
}
