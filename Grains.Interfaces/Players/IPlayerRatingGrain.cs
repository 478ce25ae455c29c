using System.Collections.Immutable;
using Orleans.Concurrency;

namespace ShellCorp.Players;

/// <summary>
/// One player's ratings, match by match; the key is the <see cref="PlayerId"/>. It is fed by the stream
/// <see cref="Events.Topics.PlayerUpdates"/> and applies each event once, by its id, in whatever order and however often it comes. Its methods
/// answer at once, also while a batch of events waits for storage or the log, and call no other grain.
/// </summary>
[Alias("shellcorp.player-rating")]
public interface IPlayerRatingGrain : IGrainWithIntegerKey
{
    /// <summary>The player's matches, ascending by id; those in which the player has at least one update.</summary>
    [Alias("matches.v1"), AlwaysInterleave]
    Task<ImmutableArray<MatchId>> GetMatchesAsync(CancellationToken cancellationToken);

    /// <summary>The rating in a match, or null where no update of that match was applied.</summary>
    [Alias("rating.v1"), AlwaysInterleave]
    Task<PlayerMatchRating?> GetRatingAsync(MatchId match, CancellationToken cancellationToken);

    /// <summary>Why the rating is what it is, or null where no update of that match was applied.</summary>
    [Alias("explanation.v1"), AlwaysInterleave]
    Task<RatingExplanation?> ExplainAsync(MatchId match, CancellationToken cancellationToken);
}
