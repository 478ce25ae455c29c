using System.Collections.Immutable;
using Orleans.Concurrency;

namespace ShellCorp.Market;

/// <summary>A club's desk; the identity is the number of its team.</summary>
[Alias("shellcorp.club-desk")]
public interface IClubDeskGrain : IMarketDeskGrain
{
    /// <summary>Tells what the club is looking for.</summary>
    [Alias("require.v1")]
    Task<RequirementId> RequireAsync(Guid requestId, Requirement requirement, CancellationToken cancellationToken);

    /// <summary>Takes a requirement back; to do so again changes nothing. It gets no more pitches.</summary>
    [Alias("close.v1")]
    Task CloseAsync(RequirementId requirement, CancellationToken cancellationToken);

    /// <summary>The club's requirements, open and closed, newest first.</summary>
    [Alias("requirements.v1"), ReadOnly]
    Task<ImmutableArray<PostedRequirement>> RequirementsAsync(RequirementId? before, int count, CancellationToken cancellationToken);

    /// <summary>The players who meet a requirement today, ascending by number, without the club's own.</summary>
    /// <param name="requirement">One of the club's.</param>
    /// <param name="after">Only those after this one; null for the first.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Alias("matching.v1"), ReadOnly]
    Task<ImmutableArray<MarketPlayer>> MatchingAsync(RequirementId requirement, PlayerId? after, int count, CancellationToken cancellationToken);

    /// <summary>Looks at a pitch; to do so again changes nothing.</summary>
    [Alias("view.v1")]
    Task<Pitch> ViewAsync(PitchId pitch, CancellationToken cancellationToken);

    /// <summary>Decides on a pitch that was viewed; the same decision again changes nothing.</summary>
    /// <param name="pitch">One of the club's.</param>
    /// <param name="decision"><see cref="PitchState.Interested"/> or <see cref="PitchState.Declined"/>.</param>
    /// <param name="feedback">A text for the agent, at most 2,000 characters.</param>
    /// <param name="cancellationToken">Gives up waiting; the request may still be done.</param>
    [Alias("decide.v1")]
    Task<Pitch> DecideAsync(PitchId pitch, PitchState decision, string feedback, CancellationToken cancellationToken);

    /// <summary>Offers for a player, to the agent who represents them.</summary>
    [Alias("offer.v1")]
    Task<OfferId> OfferAsync(Guid requestId, OfferDraft draft, CancellationToken cancellationToken);

    /// <summary>Puts a player on the club's shortlist, or changes the note.</summary>
    [Alias("shortlist.v1")]
    Task ShortlistAsync(PlayerId player, string note, CancellationToken cancellationToken);

    /// <summary>Takes a player off the shortlist; one that isn't there changes nothing.</summary>
    [Alias("unlist.v1")]
    Task UnlistAsync(PlayerId player, CancellationToken cancellationToken);

    /// <summary>The shortlist, ascending by player.</summary>
    [Alias("shortlisted.v1"), ReadOnly]
    Task<ImmutableArray<ShortlistEntry>> ShortlistedAsync(PlayerId? after, int count, CancellationToken cancellationToken);
}
