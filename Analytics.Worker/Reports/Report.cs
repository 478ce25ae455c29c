using System.Collections.Immutable;

namespace ShellCorp.Analytics.Reports;

/// <summary>A report: what it reads and in which order.</summary>
/// <param name="Sql">A SELECT whose columns are those of <typeparamref name="TRow"/>'s constructor, in its order.</param>
/// <param name="Parameters">The values of <c>$1</c>, <c>$2</c>, …</param>
/// <param name="Order">Columns that together are unique and never null, and whether the highest comes first.</param>
/// <typeparam name="TRow">A row; a positional record.</typeparam>
internal sealed record Report<TRow>(string Sql, ImmutableArray<object> Parameters, ImmutableArray<(string Column, bool Descending)> Order);
