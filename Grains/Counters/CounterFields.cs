using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ShellCorp.Counters;

namespace ShellCorp.Grains.Counters;

/// <summary>Names of counters in a player's map: <c>2017/passes</c> in a season, <c>followers</c> of all time.</summary>
public static class CounterFields
{
    private const char Separator = '/';

    private static readonly ImmutableArray<string> Names =
        [.. Enum.GetValues<PlayerCounter>().Select(counter => JsonNamingPolicy.CamelCase.ConvertName(counter.ToString()))];

    private static readonly ImmutableDictionary<string, PlayerCounter> Counters =
        Names.Index().ToImmutableDictionary(name => name.Item, name => (PlayerCounter)name.Index, StringComparer.Ordinal);

    /// <summary>A season's counter.</summary>
    public static string Of(int season, PlayerCounter counter) => string.Create(CultureInfo.InvariantCulture, $"{season}{Separator}{Names[(int)counter]}");

    /// <summary>A counter of all time.</summary>
    public static string Of(PlayerCounter counter) => Names[(int)counter];

    /// <summary>Whether a field belongs to a season.</summary>
    public static bool IsOfSeason(string field) => field.Contains(Separator, StringComparison.Ordinal);

    /// <summary>Reads a field's name; null for one that this version doesn't know.</summary>
    public static (int? Season, PlayerCounter Counter)? Parse(string field)
    {
        var parts = field.Split(Separator);
        if (!Counters.TryGetValue(parts[^1], out var counter))
            return null;
        if (parts.Length == 1)
            return (null, counter);
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var season) ? (season, counter) : null;
    }
}
