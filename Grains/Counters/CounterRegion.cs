using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ShellCorp.Grains.Counters;

/// <summary>A region that counts for itself: its counters in a player's map carry its name, <c>2017/passes@eu</c>.</summary>
public sealed partial class CounterRegion
{
    private const char Mark = '@';

    /// <summary>A region.</summary>
    /// <exception cref="ArgumentException">The name is no name, see <see cref="IsName"/>.</exception>
    public CounterRegion(string name)
    {
        if (!IsName(name))
            throw new ArgumentException($"'{name}' is no name of a region: it must be 1 to 32 letters a to z, digits and hyphens.", nameof(name));
        Name = name;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Whether a region can be called so: 1 to 32 letters a to z, digits and hyphens.</summary>
    public static bool IsName(string name) => Names().IsMatch(name);

    /// <summary>The region's counter of a field.</summary>
    public string CounterOf(string field) => $"{field}{Mark}{Name}";

    /// <summary>Of a map's counters the region's own, by field.</summary>
    public ImmutableDictionary<string, long> OwnOf(IEnumerable<KeyValuePair<string, long>> counters) => CounterTotals.None.Fields.AddRange(
        counters.Where(counter => counter.Key.EndsWith($"{Mark}{Name}", StringComparison.Ordinal)).Select(counter => KeyValuePair.Create(FieldOf(counter.Key), counter.Value)));

    /// <summary>The sums of a map's counters over all regions, by field.</summary>
    public static ImmutableDictionary<string, long> SumOf(IEnumerable<KeyValuePair<string, long>> counters) => CounterTotals.None.Fields.AddRange(
        counters.Where(counter => counter.Key.Contains(Mark, StringComparison.Ordinal)).GroupBy(counter => FieldOf(counter.Key), counter => counter.Value)
            .Select(field => KeyValuePair.Create(field.Key, field.Sum())));

    private static string FieldOf(string counter) => counter[..counter.LastIndexOf(Mark)];

    [GeneratedRegex("^[a-z0-9-]{1,32}$")]
    private static partial Regex Names();
}
