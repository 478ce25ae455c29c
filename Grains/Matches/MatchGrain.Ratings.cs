using Orleans.Storage;
using Orleans.Streams;
using ShellCorp.Events;
using ShellCorp.Grains.Delivery;
using ShellCorp.Players;

namespace ShellCorp.Grains.Matches;

/// <content>
/// The ratings of the match's players. They aren't stored: the players' own grains have them, and a new activation asks there. Stored is who
/// has a rating, before a rating is acknowledged.
/// </content>
internal sealed partial class MatchGrain
{
    private readonly MatchRatings _ratings = new();
    private List<PlayerId> _unread = [];
    private Task? _reading;

    public async Task OnNextAsync(IList<SequentialItem<LiveRatingUpdate>> items)
    {
        try
        {
            await _state.EnsureAsync();
            RefuseInvalid(items);
            await StoreOutsidersAsync(items);
            await RegisterMatchAsync();
            TellRatings([.. items.Select(item => item.Item).Where(_ratings.Upsert)]);
        }
        catch (InconsistentStateException exception)
        {
            LogStateConflict(exception, Match);
            DeactivateOnIdle();
            throw;
        }
    }

    private void RefuseInvalid(IList<SequentialItem<LiveRatingUpdate>> items)
    {
        foreach (var item in items)
        {
            Refusal.ThrowIfAny(item.Item.Id, EventValidator.Validate(item.Item));
            Refusal.ThrowIfOther(item.Item.Id, "matchId", item.Item.MatchId.Value, Match.Value);
        }
    }

    private async Task StoreOutsidersAsync(IList<SequentialItem<LiveRatingUpdate>> items)
    {
        var next = items.Aggregate(_state.Value, (state, item) => state.WithRated(item.Item.PlayerId));
        if (!ReferenceEquals(next, _state.Value))
            await _state.WriteAsync(next);
    }

    /// <summary>Asks the players that had a place in the match when it was activated; what came by the stream since is newer or the same.</summary>
    private async Task ReadRatingsAsync()
    {
        while (_unread.Count > 0)
        {
            _reading ??= ReadUnreadAsync();
            try
            {
                await _reading;
            }
            finally
            {
                _reading = null;
            }
        }
    }

    private async Task ReadUnreadAsync()
    {
        var answers = await Task.WhenAll(_unread.Select(player =>
            GrainFactory.GetGrain<IPlayerRatingGrain>(player.Value).GetRatingAsync(Match, CancellationToken.None)));
        foreach (var answer in answers)
        {
            if (answer is not null)
                _ratings.Upsert(answer.Live);
        }

        _unread = [];
    }
}
