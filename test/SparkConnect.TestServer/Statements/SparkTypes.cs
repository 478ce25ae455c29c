using Apache.Arrow.Types;
using SparkType = SparkConnect.Wire.DataType;

namespace SparkConnect.TestServer.Statements;

/// <summary>DuckDB's types as Spark's, as far as landed files and counts have them.</summary>
internal static class SparkTypes
{
    public static string Of(string duck) => duck switch
    {
        "Boolean" or "BOOLEAN" => "boolean",
        "SmallInt" or "SMALLINT" => "smallint",
        "Integer" or "INTEGER" => "int",
        "BigInt" or "BIGINT" => "bigint",
        "Float" or "FLOAT" => "float",
        "Double" or "DOUBLE" => "double",
        "Varchar" or "VARCHAR" => "string",
        "Date" or "DATE" => "date",
        "TimestampTz" or "TIMESTAMP WITH TIME ZONE" => "timestamp",
        "Timestamp" or "TIMESTAMP" => "timestamp_ntz",
        _ when duck.StartsWith("Decimal", StringComparison.OrdinalIgnoreCase) => duck.ToLowerInvariant(),
        // What DuckDB calls an untyped null.
        "SQLNULL" or "Null" or "NULL" => "void",
        _ => throw new Grpc.Core.RpcException(new(Grpc.Core.StatusCode.Unimplemented, $"The test server doesn't cover DuckDB's type {duck}.")),
    };

    public static (IArrowType Arrow, SparkType Spark) ToAnswer(string type) => type switch
    {
        "bigint" => (Int64Type.Default, new() { Long = new() }),
        "int" => (Int32Type.Default, new() { Integer = new() }),
        "string" => (StringType.Default, new() { String = new() }),
        _ => throw new Grpc.Core.RpcException(new(Grpc.Core.StatusCode.Unimplemented, $"The test server doesn't cover columns of type {type} in answers.")),
    };
}
