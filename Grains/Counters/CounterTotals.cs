using System.Collections.Immutable;
using ShellCorp.Counters;

namespace ShellCorp.Grains.Counters;

/// <summary>What a grain's fold has counted of a player.</summary>
/// <param name="Version">How many events it counted: of two totals of one fold the higher version is the later one.</param>
/// <param name="Fields">By <see cref="CounterFields"/>, zeros left out.</param>
public sealed record CounterTotals(long Version, ImmutableDictionary<string, long> Fields)
{
    /// <summary>Nothing.</summary>
    public static CounterTotals None { get; } = new(0, ImmutableDictionary.Create<string, long>(StringComparer.Ordinal));

    /// <summary>The sum of what matches add.</summary>
    public static CounterTotals Sum(IEnumerable<MatchCounts> matches)
    {
        var sums = new Dictionary<(int Season, int Counter), long>();
        var version = 0L;
        foreach (var match in matches)
        {
            version += match.Version;
            foreach (var (counter, count) in match.Counts.Index())
            {
                if (count != 0)
                    sums[(match.Season, counter)] = sums.GetValueOrDefault((match.Season, counter)) + count;
            }
        }

        return new(version, None.Fields.AddRange(sums.Select(sum => KeyValuePair.Create(CounterFields.Of(sum.Key.Season, (PlayerCounter)sum.Key.Counter), sum.Value))));
    }

    /// <summary>What must be added to counters to make them these; empty where they are.</summary>
    public ImmutableDictionary<string, long> Minus(ImmutableDictionary<string, long> counters) => Difference(Fields, counters);

    /// <summary>What must be added to some counters to make them others; empty where they are.</summary>
    /// <param name="wanted">What they are to be.</param>
    /// <param name="counters">What they are.</param>
    public static ImmutableDictionary<string, long> Difference(ImmutableDictionary<string, long> wanted, ImmutableDictionary<string, long> counters)
    {
        if (ReferenceEquals(wanted, counters))
            return None.Fields;

        var difference = None.Fields.ToBuilder();
        foreach (var field in wanted.Keys.Union(counters.Keys))
        {
            var by = wanted.GetValueOrDefault(field) - counters.GetValueOrDefault(field);
            if (by != 0)
                difference[field] = by;
        }

        return difference.ToImmutable();
    }
}
