using System.Collections.Immutable;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

internal sealed class ClubDeskGrain(DeskParts parts, Requirements requirements, Shortlists shortlists) : DeskGrain(MarketSide.Club, parts), IClubDeskGrain
{
    private readonly Pitches _pitches = parts.Pitches;
    private readonly Offers _offers = parts.Offers;

    private TeamId Club => new(Desk.Number);

    public Task<RequirementId> RequireAsync(Guid requestId, Requirement requirement, CancellationToken cancellationToken) =>
        requirements.AddAsync(Club, requestId, requirement, cancellationToken);

    public Task CloseAsync(RequirementId requirement, CancellationToken cancellationToken) => requirements.CloseAsync(Club, requirement, cancellationToken);

    public Task<ImmutableArray<PostedRequirement>> RequirementsAsync(RequirementId? before, int count, CancellationToken cancellationToken) =>
        requirements.ListAsync(Club, before, count, cancellationToken);

    public Task<ImmutableArray<MarketPlayer>> MatchingAsync(RequirementId requirement, PlayerId? after, int count, CancellationToken cancellationToken) =>
        requirements.MatchingAsync(Club, requirement, after, count, cancellationToken);

    public Task<Pitch> ViewAsync(PitchId pitch, CancellationToken cancellationToken) => _pitches.ViewAsync(Club, pitch, cancellationToken);

    public Task<Pitch> DecideAsync(PitchId pitch, PitchState decision, string feedback, CancellationToken cancellationToken) =>
        _pitches.DecideAsync(Club, pitch, decision, feedback, cancellationToken);

    public Task<OfferId> OfferAsync(Guid requestId, OfferDraft draft, CancellationToken cancellationToken) =>
        _offers.MakeAsync(Club, requestId, draft, cancellationToken);

    public Task ShortlistAsync(PlayerId player, string note, CancellationToken cancellationToken) => shortlists.AddAsync(Club, player, note, cancellationToken);

    public Task UnlistAsync(PlayerId player, CancellationToken cancellationToken) => shortlists.RemoveAsync(Club, player, cancellationToken);

    public Task<ImmutableArray<ShortlistEntry>> ShortlistedAsync(PlayerId? after, int count, CancellationToken cancellationToken) =>
        shortlists.ListAsync(Club, after, count, cancellationToken);
}
