using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Grains.Live;
using ShellCorp.Live;
using ShellCorp.Matches;

namespace ShellCorp.Grains.Matches;

/// <content>What others may ask, and what the hub is told.</content>
internal sealed partial class MatchGrain : ILiveSource
{
    private MatchSummary Summary => MatchFold.Summarize(Match, _state.Value, _ratings.Clock);

    LiveChanges? ILiveSource.Heartbeat =>
        Summary is { Phase: not MatchPhase.Finished } summary ? new() { Matches = [summary] } : null;

    public Task<MatchSheet?> GetSheetAsync(CancellationToken cancellationToken) => Task.FromResult(MatchFold.Sheet(_state.Value));

    public async Task<MatchView> GetViewAsync(CancellationToken cancellationToken)
    {
        await ReadRatingsAsync();
        return new()
        {
            Summary = Summary,
            Sheet = MatchFold.Sheet(_state.Value),
            Ratings = _ratings.All,
            Timeline = MatchFold.Timeline(_state.Value),
            Applied = _state.Value.Events.Count,
            Duplicates = _state.Value.Events.Duplicates,
        };
    }

    async Task<LiveChanges> ILiveSource.GetAllAsync()
    {
        await ReadRatingsAsync();
        return new() { Matches = [Summary], Ratings = _ratings.All };
    }

    private void TellSummary() => _live.Tell(new() { Matches = [Summary] });

    private void TellRatings(ImmutableArray<LiveRatingUpdate> ratings)
    {
        if (!ratings.IsEmpty)
            _live.Tell(new() { Matches = [Summary], Ratings = ratings });
    }
}
