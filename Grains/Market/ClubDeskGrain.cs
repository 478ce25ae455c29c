using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using ShellCorp.Counters;
using ShellCorp.Events;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

internal sealed partial class ClubDeskGrain(DeskParts parts, Requirements requirements, Shortlists shortlists, ILogger<ClubDeskGrain> logger)
    : DeskGrain(MarketSide.Club, parts), IClubDeskGrain
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

    public async Task ShortlistAsync(PlayerId player, string note, CancellationToken cancellationToken)
    {
        await shortlists.AddAsync(Club, player, note, cancellationToken);
        await TellBestEffortAsync(AttentionKind.Shortlisted, player, cancellationToken);
    }

    public async Task UnlistAsync(PlayerId player, CancellationToken cancellationToken)
    {
        await shortlists.RemoveAsync(Club, player, cancellationToken);
        await TellBestEffortAsync(AttentionKind.Unlisted, player, cancellationToken);
    }

    public Task<ImmutableArray<ShortlistEntry>> ShortlistedAsync(PlayerId? after, int count, CancellationToken cancellationToken) =>
        shortlists.ListAsync(Club, after, count, cancellationToken);

    /// <summary>Lets the change be counted. It is made by then, and a log that is away is no reason to say otherwise: made again, it is told again.</summary>
    private async Task TellBestEffortAsync(AttentionKind kind, PlayerId player, CancellationToken cancellationToken)
    {
        try
        {
            await GrainFactory.GetGrain<IAttentionGrain>(player.Value).TellAsync(kind, $"club/{Club}", $"{kind}/{Club}/{player}/{Guid.NewGuid():N}", cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotTold(failure, Club, player);
        }
    }

    [LoggerMessage(1641, LogLevel.Warning, "That club {Club} changed its shortlist by player {Player} could not be told; the player's count is off until it changes again.")]
    private partial void LogNotTold(Exception exception, TeamId club, PlayerId player);
}
