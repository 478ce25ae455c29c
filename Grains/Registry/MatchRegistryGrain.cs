using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using ShellCorp.Grains.Storage;
using ShellCorp.Registry;

namespace ShellCorp.Grains.Registry;

/// <summary>Keeps the list of matches. It calls nobody, so that anybody may call it.</summary>
internal sealed class MatchRegistryGrain(
    IGrainContextAccessor context, [FromKeyedServices(GrainStores.Default)] IGrainStorage storage) : Grain, IMatchRegistryGrain
{
    private readonly StoredState<MatchRegistryState> _state =
        new(storage, "matches", context.GrainContext.GrainId, MatchRegistryState.Empty, state => state.Matches.Length);

    public override async Task OnActivateAsync(CancellationToken cancellationToken) => await _state.EnsureAsync();

    public async Task AddAsync(MatchId match, CancellationToken cancellationToken)
    {
        var known = await _state.EnsureAsync();
        var next = known.Add(match);
        if (!ReferenceEquals(known, next))
            await _state.WriteAsync(next);
    }

    public Task<ImmutableArray<MatchId>> ListAsync(CancellationToken cancellationToken) => Task.FromResult(_state.Value.Matches);
}
