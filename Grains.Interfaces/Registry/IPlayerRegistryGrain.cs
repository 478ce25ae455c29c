using System.Collections.Immutable;
using Orleans.Concurrency;

namespace ShellCorp.Registry;

/// <summary>
/// Who the players are, fed by line-ups. The key is a shard, see <see cref="PlayerShards"/>; each holds the players that map to it.
/// </summary>
[Alias("shellcorp.player-registry")]
public interface IPlayerRegistryGrain : IGrainWithIntegerKey
{
    /// <summary>Adds players or brings them up to date; a profile from a later kick-off wins, so that the order of calls doesn't matter.</summary>
    [Alias("upsert.v1")]
    Task UpsertAsync(ImmutableArray<PlayerProfile> profiles, CancellationToken cancellationToken);

    /// <summary>One player, or null where no line-up named the player.</summary>
    [Alias("find.v1"), ReadOnly]
    Task<PlayerProfile?> FindAsync(PlayerId player, CancellationToken cancellationToken);

    /// <summary>All players of this shard, ascending by id.</summary>
    [Alias("list.v1"), ReadOnly]
    Task<ImmutableArray<PlayerProfile>> ListAsync(CancellationToken cancellationToken);
}
