namespace SparkConnect.TestServer.Statements;

/// <summary>Rows that were computed.</summary>
internal sealed record QueryRows(IReadOnlyList<QueryColumn> Columns, IReadOnlyList<object?[]> Values);
