using System.Collections.Immutable;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

internal sealed class ClubDeskGrain(Requirements requirements, Pitches pitches, Messages messages, Offers offers, Shortlists shortlists)
    : Grain, IClubDeskGrain
{
    private TeamId Club => new(this.GetPrimaryKeyLong());

    public Task<RequirementId> RequireAsync(Guid requestId, Requirement requirement, CancellationToken cancellationToken) =>
        requirements.AddAsync(Club, requestId, requirement, cancellationToken);

    public Task CloseAsync(RequirementId requirement, CancellationToken cancellationToken) => requirements.CloseAsync(Club, requirement, cancellationToken);

    public Task<ImmutableArray<MarketPlayer>> MatchingAsync(RequirementId requirement, PlayerId? after, int count, CancellationToken cancellationToken) =>
        requirements.MatchingAsync(Club, requirement, after, count, cancellationToken);

    public Task<ImmutableArray<Pitch>> PitchesAsync(PitchId? before, int count, CancellationToken cancellationToken) =>
        pitches.OfClubAsync(Club, before, count, cancellationToken);

    public Task<Pitch> ViewAsync(PitchId pitch, CancellationToken cancellationToken) => pitches.ViewAsync(Club, pitch, cancellationToken);

    public Task<Pitch> DecideAsync(PitchId pitch, PitchState decision, string feedback, CancellationToken cancellationToken) =>
        pitches.DecideAsync(Club, pitch, decision, feedback, cancellationToken);

    public Task<long> WriteAsync(Guid requestId, AgentId agent, string text, CancellationToken cancellationToken) =>
        messages.WriteAsync(MarketSide.Club, agent, Club, requestId, text, cancellationToken);

    public Task<ImmutableArray<MarketMessage>> ReadAsync(AgentId agent, long after, int count, CancellationToken cancellationToken) =>
        messages.ReadAsync(agent, Club, after, count, cancellationToken);

    public Task MarkReadAsync(AgentId agent, long number, CancellationToken cancellationToken) =>
        messages.MarkReadAsync(MarketSide.Club, agent, Club, number, cancellationToken);

    public Task<ImmutableArray<Conversation>> ConversationsAsync(CancellationToken cancellationToken) =>
        messages.ListAsync(MarketSide.Club, Club.Value, cancellationToken);

    public Task<OfferId> OfferAsync(Guid requestId, OfferDraft draft, CancellationToken cancellationToken) =>
        offers.MakeAsync(Club, requestId, draft, cancellationToken);

    public Task ShortlistAsync(PlayerId player, string note, CancellationToken cancellationToken) => shortlists.AddAsync(Club, player, note, cancellationToken);

    public Task UnlistAsync(PlayerId player, CancellationToken cancellationToken) => shortlists.RemoveAsync(Club, player, cancellationToken);

    public Task<ImmutableArray<ShortlistEntry>> ShortlistedAsync(PlayerId? after, int count, CancellationToken cancellationToken) =>
        shortlists.ListAsync(Club, after, count, cancellationToken);

    public Task<Offer> MoveOfferAsync(Guid requestId, OfferMove move, CancellationToken cancellationToken) =>
        offers.MoveAsync(MarketSide.Club, Club.Value, requestId, move, cancellationToken);

    public Task<ImmutableArray<Offer>> OffersAsync(OfferId? before, int count, CancellationToken cancellationToken) =>
        offers.ListAsync(MarketSide.Club, Club.Value, before, count, cancellationToken);

    public Task<ImmutableArray<OfferStep>> OfferStepsAsync(OfferId offer, CancellationToken cancellationToken) =>
        offers.StepsAsync(MarketSide.Club, Club.Value, offer, cancellationToken);
}
