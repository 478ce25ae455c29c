using System.Collections.Immutable;

namespace ShellCorp.Counters;

/// <summary>What is counted of a player, summed over all regions.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.player-counters.v1")]
public sealed record PlayerCounters
{
    /// <summary>The player.</summary>
    [Id(0)] public required PlayerId PlayerId { get; init; }

    /// <summary>The latest season first.</summary>
    [Id(1)] public required ImmutableArray<SeasonCounters> Seasons { get; init; }

    /// <summary>What people did: counts of all time; a counter that isn't there is 0.</summary>
    [Id(2)] public required ImmutableDictionary<PlayerCounter, long> Attention { get; init; }
}
