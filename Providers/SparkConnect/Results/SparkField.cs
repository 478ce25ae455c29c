namespace SparkConnect.Results;

/// <summary>A column.</summary>
/// <param name="Name">Its name; names needn't be unique in a result.</param>
/// <param name="Type">Its type as Spark's DDL writes it, for example <c>decimal(12,3)</c>, <c>array&lt;string&gt;</c>.</param>
/// <param name="IsNullable">Whether it can hold nulls.</param>
public sealed record SparkField(string Name, string Type, bool IsNullable);
