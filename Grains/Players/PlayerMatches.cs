using System.Collections.Immutable;

namespace ShellCorp.Grains.Players;

/// <summary>The matches in which a player has a ledger. Written before a match's first ledger, so that no ledger is ever lost sight of.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.player-matches.v1")]
public sealed record PlayerMatches
{
    /// <summary>None yet.</summary>
    public static PlayerMatches Empty { get; } = new();

    /// <summary>Ascending by id.</summary>
    [Id(0)] public ImmutableArray<MatchId> Matches { get; init; } = [];

    /// <summary>With a further match.</summary>
    public PlayerMatches Add(MatchId match)
    {
        var index = Matches.BinarySearch(match, Comparer<MatchId>.Create((one, other) => one.Value.CompareTo(other.Value)));
        return index >= 0 ? this : this with { Matches = Matches.Insert(~index, match) };
    }
}
