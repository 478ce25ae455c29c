using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Types;
using SparkConnect.Wire;

namespace SparkConnect.Results;

/// <summary>Types as Spark's DDL writes them.</summary>
internal static class TypeNames
{
    private static readonly string[] YearMonthUnits = ["year", "month"];
    private static readonly string[] DayTimeUnits = ["day", "hour", "minute", "second"];

    public static IReadOnlyList<SparkField> Fields(DataType type) =>
        [.. (type.Struct?.Fields ?? []).Select(field => new SparkField(field.Name, Of(field.DataType), field.Nullable))];

    /// <summary>For the rows of commands, which come with Arrow's types alone.</summary>
    public static IReadOnlyList<SparkField> Fields(Schema schema) =>
        [.. schema.FieldsList.Select(field => new SparkField(field.Name, Of(field.DataType), field.IsNullable))];

    public static string Of(DataType type) => type.KindCase switch
    {
        DataType.KindOneofCase.Null => "void",
        DataType.KindOneofCase.Byte => "tinyint",
        DataType.KindOneofCase.Short => "smallint",
        DataType.KindOneofCase.Integer => "int",
        DataType.KindOneofCase.Long => "bigint",
        DataType.KindOneofCase.Decimal => Decimal(type.Decimal.Precision, type.Decimal.Scale),
        DataType.KindOneofCase.Char => string.Create(CultureInfo.InvariantCulture, $"char({type.Char.Length})"),
        DataType.KindOneofCase.VarChar => string.Create(CultureInfo.InvariantCulture, $"varchar({type.VarChar.Length})"),
        DataType.KindOneofCase.TimestampNtz => "timestamp_ntz",
        DataType.KindOneofCase.CalendarInterval => "interval",
        DataType.KindOneofCase.YearMonthInterval => Interval(YearMonthUnits, type.YearMonthInterval.StartField, type.YearMonthInterval.EndField),
        DataType.KindOneofCase.DayTimeInterval => Interval(DayTimeUnits, type.DayTimeInterval.StartField, type.DayTimeInterval.EndField),
        DataType.KindOneofCase.Array => $"array<{Of(type.Array.ElementType)}>",
        DataType.KindOneofCase.Map => $"map<{Of(type.Map.KeyType)},{Of(type.Map.ValueType)}>",
        DataType.KindOneofCase.Struct => $"struct<{string.Join(',', type.Struct.Fields.Select(field => $"{field.Name}:{Of(field.DataType)}"))}>",
        DataType.KindOneofCase.None => "unknown",
        var simple => simple.ToString().ToLowerInvariant(),
    };

    private static string Of(IArrowType type) => type switch
    {
        StringType => "string",
        Int8Type => "tinyint",
        Int16Type => "smallint",
        Int32Type => "int",
        Int64Type => "bigint",
        BooleanType => "boolean",
        Decimal128Type number => Decimal(number.Precision, number.Scale),
        TimestampType { Timezone: null } => "timestamp_ntz",
        Date32Type => "date",
        _ => type.Name,
    };

    private static string Decimal(int precision, int scale) => string.Create(CultureInfo.InvariantCulture, $"decimal({precision},{scale})");

    private static string Interval(string[] units, int from, int to) => from == to ? $"interval {units[from]}" : $"interval {units[from]} to {units[to]}";
}
