using System.Collections.Immutable;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

internal sealed class AgentDeskGrain(Accounts accounts, Pitches pitches, Messages messages, Offers offers) : Grain, IAgentDeskGrain
{
    private AgentId Agent => new(this.GetPrimaryKeyLong());

    public Task<long> BalanceAsync(CancellationToken cancellationToken) => accounts.BalanceAsync(AccountId.Of(Agent), cancellationToken);

    public Task<long> TransferAsync(Guid requestId, AccountId to, long credits, CancellationToken cancellationToken) =>
        accounts.TransferAsync(AccountId.Of(Agent), requestId, to, credits, cancellationToken);

    public Task<PitchId> PitchAsync(Guid requestId, PitchDraft draft, CancellationToken cancellationToken) =>
        pitches.SendAsync(Agent, requestId, draft, cancellationToken);

    public Task<ImmutableArray<Pitch>> PitchesAsync(PitchId? before, int count, CancellationToken cancellationToken) =>
        pitches.OfAgentAsync(Agent, before, count, cancellationToken);

    public Task<long> WriteAsync(Guid requestId, TeamId club, string text, CancellationToken cancellationToken) =>
        messages.WriteAsync(MarketSide.Agent, Agent, club, requestId, text, cancellationToken);

    public Task<ImmutableArray<MarketMessage>> ReadAsync(TeamId club, long after, int count, CancellationToken cancellationToken) =>
        messages.ReadAsync(Agent, club, after, count, cancellationToken);

    public Task MarkReadAsync(TeamId club, long number, CancellationToken cancellationToken) =>
        messages.MarkReadAsync(MarketSide.Agent, Agent, club, number, cancellationToken);

    public Task<ImmutableArray<Conversation>> ConversationsAsync(CancellationToken cancellationToken) =>
        messages.ListAsync(MarketSide.Agent, Agent.Value, cancellationToken);

    public Task<Offer> MoveOfferAsync(Guid requestId, OfferMove move, CancellationToken cancellationToken) =>
        offers.MoveAsync(MarketSide.Agent, Agent.Value, requestId, move, cancellationToken);

    public Task<ImmutableArray<Offer>> OffersAsync(OfferId? before, int count, CancellationToken cancellationToken) =>
        offers.ListAsync(MarketSide.Agent, Agent.Value, before, count, cancellationToken);

    public Task<ImmutableArray<OfferStep>> OfferStepsAsync(OfferId offer, CancellationToken cancellationToken) =>
        offers.StepsAsync(MarketSide.Agent, Agent.Value, offer, cancellationToken);
}
