using System.Collections.Immutable;

namespace ShellCorp.Analytics.Model;

/// <summary>A table of the warehouse.</summary>
public sealed record Table
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its columns.</summary>
    public required ImmutableArray<Column> Columns { get; init; }

    /// <summary>What identifies a row; Redshift doesn't enforce it.</summary>
    public required ImmutableArray<string> Key { get; init; }

    /// <summary>Which of two versions of a row wins, the first difference decides; so that the order of loads doesn't matter.</summary>
    public ImmutableArray<Precedence> Winner { get; init; } = [];

    /// <summary>Its columns' names, separated by commas.</summary>
    public string ColumnList => string.Join(", ", Columns.Select(column => column.Name));
}
