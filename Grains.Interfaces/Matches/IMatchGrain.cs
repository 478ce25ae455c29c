using Orleans.Concurrency;
using ShellCorp.Events;

namespace ShellCorp.Matches;

/// <summary>
/// One match; the key is the <see cref="MatchId"/>. It is fed by the streams <see cref="Topics.MatchUpdates"/> and
/// <see cref="Topics.LiveRatingsByMatch"/>, derives what match facts mean for players, and tells the live hub what changed.
/// </summary>
[Alias("shellcorp.match")]
public interface IMatchGrain : IGrainWithIntegerKey
{
    /// <summary>The line-up, or null while it isn't known. Never waits for the match's own events.</summary>
    [Alias("sheet.v1"), AlwaysInterleave]
    Task<MatchSheet?> GetSheetAsync(CancellationToken cancellationToken);

    /// <summary>Score, clock, squads and ratings as they are now.</summary>
    [Alias("view.v1"), AlwaysInterleave]
    Task<MatchView> GetViewAsync(CancellationToken cancellationToken);
}
