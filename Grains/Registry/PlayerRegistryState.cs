using System.Collections.Immutable;
using ShellCorp.Registry;

namespace ShellCorp.Grains.Registry;

/// <summary>The players of a shard.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.player-registry-state.v1")]
public sealed record PlayerRegistryState
{
    /// <summary>None.</summary>
    public static PlayerRegistryState Empty { get; } = new();

    /// <summary>By player.</summary>
    [Id(0)] public ImmutableDictionary<PlayerId, PlayerProfile> Players { get; init; } = ImmutableDictionary<PlayerId, PlayerProfile>.Empty;

    /// <summary>Grows with each change.</summary>
    [Id(1)] public int Revision { get; init; }

    /// <summary>With profiles; one from a later kick-off wins.</summary>
    public PlayerRegistryState Upsert(IEnumerable<PlayerProfile> profiles)
    {
        var players = Players;
        foreach (var profile in profiles)
        {
            if (!players.TryGetValue(profile.PlayerId, out var held) || Wins(profile, held))
                players = players.SetItem(profile.PlayerId, profile);
        }

        return ReferenceEquals(players, Players) ? this : this with { Players = players, Revision = Revision + 1 };
    }

    // What two line-ups of the same kick-off say must not depend on which came first either.
    private static bool Wins(PlayerProfile one, PlayerProfile held)
    {
        var order = (one.AsOf, one.TeamId.Value, one.Role).CompareTo((held.AsOf, held.TeamId.Value, held.Role));
        return order > 0 || (order == 0 && string.CompareOrdinal(one.Name, held.Name) > 0);
    }
}
