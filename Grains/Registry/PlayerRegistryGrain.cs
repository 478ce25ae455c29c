using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using ShellCorp.Grains.Storage;
using ShellCorp.Registry;

namespace ShellCorp.Grains.Registry;

/// <summary>Keeps a shard of the players. It calls nobody, so that anybody may call it.</summary>
internal sealed class PlayerRegistryGrain(
    IGrainContextAccessor context, [FromKeyedServices(GrainStores.Default)] IGrainStorage storage) : Grain, IPlayerRegistryGrain
{
    private readonly StoredState<PlayerRegistryState> _state =
        new(storage, "players", context.GrainContext.GrainId, PlayerRegistryState.Empty, state => state.Revision);

    public override async Task OnActivateAsync(CancellationToken cancellationToken) => await _state.EnsureAsync();

    public async Task UpsertAsync(ImmutableArray<PlayerProfile> profiles, CancellationToken cancellationToken)
    {
        var known = await _state.EnsureAsync();
        var next = known.Upsert(profiles);
        if (!ReferenceEquals(known, next))
            await _state.WriteAsync(next);
    }

    public Task<PlayerProfile?> FindAsync(PlayerId player, CancellationToken cancellationToken) =>
        Task.FromResult(_state.Value.Players.GetValueOrDefault(player));

    public Task<ImmutableArray<PlayerProfile>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<PlayerProfile>>([.. _state.Value.Players.Values.OrderBy(profile => profile.PlayerId.Value)]);
}
