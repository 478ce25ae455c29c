using System.Collections.Immutable;
using System.Reflection;

namespace ShellCorp.Analytics.Reports;

/// <summary>Makes rows of a positional record, and takes them apart again; in the order of its constructor.</summary>
internal static class RowReader<TRow>
{
    private static readonly ConstructorInfo Constructor = typeof(TRow).GetConstructors().Single();

    /// <summary>The record's properties.</summary>
    public static ImmutableArray<PropertyInfo> Properties { get; } =
        [.. Constructor.GetParameters().Select(parameter => typeof(TRow).GetProperty(parameter.Name!)!)];

    /// <summary>Their names in JSON and CSV.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Properties.Select(property => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name))];

    public static TRow Read(object?[] values)
    {
        if (values.Length != Properties.Length)
            throw new InvalidOperationException($"{typeof(TRow).Name} has {Properties.Length} values, its report {values.Length}.");
        return (TRow)Constructor.Invoke(values);
    }
}
