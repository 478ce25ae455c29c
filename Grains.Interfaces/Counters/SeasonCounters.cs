using System.Collections.Immutable;

namespace ShellCorp.Counters;

/// <summary>A player's counts of a season.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.season-counters.v1")]
public sealed record SeasonCounters
{
    /// <summary>The year in which the season began, on the first of August.</summary>
    [Id(0)] public required int Season { get; init; }

    /// <summary>The counts; a counter that isn't there is 0.</summary>
    [Id(1)] public required ImmutableDictionary<PlayerCounter, long> Counts { get; init; }

    /// <summary>A count.</summary>
    public long this[PlayerCounter counter] => Counts.GetValueOrDefault(counter);
}
