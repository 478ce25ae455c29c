using System.Collections.Immutable;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

internal sealed class AgentDeskGrain(DeskParts parts, Portfolios portfolios) : DeskGrain(MarketSide.Agent, parts), IAgentDeskGrain
{
    private readonly Pitches _pitches = parts.Pitches;

    private AgentId Agent => new(Desk.Number);

    public Task<ImmutableArray<MarketPlayer>> PlayersAsync(PlayerId? after, int count, CancellationToken cancellationToken) =>
        portfolios.PlayersAsync(Agent, after, count, cancellationToken);

    public Task<ImmutableArray<PostedRequirement>> WantedAsync(PlayerId player, RequirementId? before, int count, CancellationToken cancellationToken) =>
        portfolios.WantedAsync(Agent, player, before, count, cancellationToken);

    public Task<PitchId> PitchAsync(Guid requestId, PitchDraft draft, CancellationToken cancellationToken) =>
        _pitches.SendAsync(Agent, requestId, draft, cancellationToken);
}
