using System.Collections.Immutable;

namespace ShellCorp.Grains.Registry;

/// <summary>Which matches there are.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.match-registry-state.v1")]
public sealed record MatchRegistryState
{
    /// <summary>None.</summary>
    public static MatchRegistryState Empty { get; } = new();

    /// <summary>Ascending by id.</summary>
    [Id(0)] public ImmutableArray<MatchId> Matches { get; init; } = [];

    /// <summary>With a further match.</summary>
    public MatchRegistryState Add(MatchId match)
    {
        var index = Matches.BinarySearch(match, Comparer<MatchId>.Create((one, other) => one.Value.CompareTo(other.Value)));
        return index >= 0 ? this : this with { Matches = Matches.Insert(~index, match) };
    }
}
