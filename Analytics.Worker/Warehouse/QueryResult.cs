namespace ShellCorp.Analytics.Warehouse;

/// <summary>Rows that were read.</summary>
/// <param name="Columns">The columns' names.</param>
/// <param name="Rows">Values in the columns' order: long, int, double, bool, string, DateTime in UTC, or null.</param>
public sealed record QueryResult(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows);
