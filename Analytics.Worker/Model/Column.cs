namespace ShellCorp.Analytics.Model;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name, the same in every engine; none of their reserved words.</param>
/// <param name="Type">What it holds.</param>
/// <param name="IsNullable">Whether it may hold nothing.</param>
/// <param name="Length">The most bytes of a text.</param>
public sealed record Column(string Name, ColumnType Type, bool IsNullable = false, int Length = 0)
{
    internal static Column BigInt(string name) => new(name, ColumnType.BigInt);

    internal static Column Integer(string name) => new(name, ColumnType.Integer);

    internal static Column Double(string name) => new(name, ColumnType.Double);

    internal static Column Boolean(string name) => new(name, ColumnType.Boolean);

    internal static Column Timestamp(string name) => new(name, ColumnType.Timestamp);

    internal static Column Text(string name, int length) => new(name, ColumnType.Text, Length: length);

    internal Column OrNull() => this with { IsNullable = true };
}
