using System.Collections.Immutable;

namespace Oltp.Sessions;

/// <summary>
/// Rows that a statement reads as a table, so that thousands of them are written by one: it stands in the statement as <c>@rows r</c>, as in
/// <c>INSERT INTO t (a) SELECT r.a FROM @rows r WHERE true</c>. What follows needs the <c>WHERE</c> only where it is <c>ON CONFLICT</c>.
/// </summary>
/// <param name="count">How many rows there are.</param>
public sealed class OltpRows(int count)
{
    private readonly ImmutableArray<OltpColumn>.Builder _columns = ImmutableArray.CreateBuilder<OltpColumn>();

    /// <summary>How many rows there are.</summary>
    public int Count { get; } = count;

    internal IReadOnlyList<OltpColumn> Columns => _columns;

    /// <summary>Adds a column.</summary>
    /// <param name="name">Its name in the statement; a name of the program's own, since it becomes part of the statement's text.</param>
    /// <param name="values">One value a row: numbers or texts, null where it has none.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than rows.</exception>
    public OltpRows With<T>(string name, IEnumerable<T> values)
    {
        T[] all = [.. values];
        if (all.Length != Count)
            throw new ArgumentException($"Column '{name}' has {all.Length} values for {Count} rows.", nameof(values));
        _columns.Add(new(name, all));
        return this;
    }
}
