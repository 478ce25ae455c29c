using ShellCorp.Events;
using ShellCorp.Grains.Counters.Attention;
using ShellCorp.Market;

namespace ShellCorp.Counters.Tests.Attention;

/// <summary>How attention adds up.</summary>
public sealed class AttentionStateTests
{
    private static readonly PlayerId Player = new(90012);

    [Fact]
    public void What_is_delivered_again_or_replayed_from_the_start_changes_nothing()
    {
        (AttentionKind Kind, string By)[] story =
        [
            (AttentionKind.Followed, "a"), (AttentionKind.Viewed, "a"), (AttentionKind.Followed, "b"), (AttentionKind.Unfollowed, "a"), (AttentionKind.Viewed, "b"),
            (AttentionKind.Shortlisted, "club/1"), (AttentionKind.Shortlisted, "club/2"), (AttentionKind.Unlisted, "club/1"),
        ];
        var events = Enumerable.Range(0, 5).SelectMany(round => story.Select(step => (round, step)))
            .Select((one, offset) => (Event: Told(one.step.Kind, one.step.By, $"{one.round}/{offset}"), At: ("p/0", (long)offset))).ToList();
        var once = events.Aggregate(PlayerAttentionState.Empty, (state, one) => state.Apply(one.Event, one.At));
        var again = events.Aggregate(once, (state, one) => state.Apply(one.Event, one.At));

        Assert.Same(once, again);
        Assert.Equal((10, 1, 1), (once.ProfileViews, once.Followers.Count, once.Shortlists.Count));
        Assert.Equal(3, once.Totals.Fields.Count);
    }

    [Fact]
    public void A_view_that_was_sent_twice_counts_once()
    {
        var view = Told(AttentionKind.Viewed, "web", "view/1");
        var state = PlayerAttentionState.Empty.Apply(view, ("p/0", 7)).Apply(view, ("p/0", 8)).Apply(view, ("p/3", 1)).Apply(Told(AttentionKind.Viewed, "web", "view/2"), position: null);
        Assert.Equal(2, state.ProfileViews);
    }

    [Fact]
    public void However_many_views_there_are_the_state_stays_small()
    {
        var state = PlayerAttentionState.Empty;
        for (var view = 0; view < 10_000; view++)
            state = state.Apply(Told(AttentionKind.Viewed, "web", $"view/{view}"), ("p/0", view));
        Assert.Equal((10_000, PlayerAttentionState.Remembered), (state.ProfileViews, state.Views.Length));
    }

    [Fact]
    public void Events_of_the_market_count_once_by_their_sequence()
    {
        var state = PlayerAttentionState.Empty;
        foreach (var sequence in (long[])[1, 2, 2, 1, 3, 2, 4])
            state = state.Apply(Happened(sequence));
        Assert.Equal((2, 4), (state.PitchViews, state.MarketSequence));
    }

    /// <summary>Every second one is a pitch that was viewed.</summary>
    private static MarketEvent Happened(long sequence) => new()
    {
        PlayerId = Player, Sequence = sequence, Kind = sequence % 2 == 0 ? MarketEventKind.PitchViewed : MarketEventKind.PitchSent, At = DateTimeOffset.UnixEpoch,
        AgentId = new(71), ClubId = new(9001), PitchId = new(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)), Price = 1,
    };

    private static PlayerAttention Told(AttentionKind kind, string by, string id) => new() { Id = id, PlayerId = Player, Kind = kind, By = by };
}
