using System.Collections.Immutable;
using ShellCorp.Counters;
using ShellCorp.Events;
using ShellCorp.Grains.Delivery;
using ShellCorp.Market;

namespace ShellCorp.Grains.Counters.Attention;

/// <summary>
/// What people did about a player. What came before in a partition of the log is known by the place up to which it was read, so that a delivery that is repeated
/// and a replay change nothing; a view that was sent twice is known by its id among the latest.
/// </summary>
[GenerateSerializer, Immutable, Alias("shellcorp.player-attention-state.v1")]
public sealed record PlayerAttentionState
{
    /// <summary>How many ids of views are kept.</summary>
    public const int Remembered = 500;

    /// <summary>The most followers, and the most shortlists: beyond it a source has gone wild, and ends in the dead letters.</summary>
    public const int Limit = 100_000;

    /// <summary>Nothing yet.</summary>
    public static PlayerAttentionState Empty { get; } = new();

    /// <summary>By partition, the first place that wasn't read yet.</summary>
    [Id(0)] public ImmutableDictionary<string, long> Next { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>The latest views, the earliest first.</summary>
    [Id(1)] public ImmutableArray<EventKey> Views { get; init; } = [];

    /// <summary>Who follows the player.</summary>
    [Id(2)] public ImmutableHashSet<EventKey> Followers { get; init; } = [];

    /// <summary>On whose shortlists the player is.</summary>
    [Id(3)] public ImmutableHashSet<EventKey> Shortlists { get; init; } = [];

    /// <summary>Views counted.</summary>
    [Id(4)] public long ProfileViews { get; init; }

    /// <summary>Pitches viewed.</summary>
    [Id(5)] public long PitchViews { get; init; }

    /// <summary>The market's last event of the player; those up to it were counted.</summary>
    [Id(6)] public long MarketSequence { get; init; }

    /// <summary>Grows with each change.</summary>
    [Id(7)] public int Revision { get; init; }

    /// <summary>What is counted.</summary>
    public CounterTotals Totals => new(Revision, CounterTotals.None.Fields.AddRange(
        ((ReadOnlySpan<(PlayerCounter Counter, long Value)>)
        [
            (PlayerCounter.ProfileViews, ProfileViews), (PlayerCounter.PitchViews, PitchViews), (PlayerCounter.Followers, Followers.Count),
            (PlayerCounter.Shortlistings, Shortlists.Count),
        ]).ToArray().Where(count => count.Value != 0).Select(count => KeyValuePair.Create(CounterFields.Of(count.Counter), count.Value))));

    /// <summary>Counts what somebody did.</summary>
    public PlayerAttentionState Apply(PlayerAttention attention, (string Partition, long Offset)? position) =>
        WasRead(position) ? this : Counted(attention).ReadTo(position);

    /// <summary>Counts what happened in the market.</summary>
    public PlayerAttentionState Apply(MarketEvent happened) => happened.Sequence <= MarketSequence ? this : this with
    {
        MarketSequence = happened.Sequence,
        PitchViews = PitchViews + (happened.Kind == MarketEventKind.PitchViewed ? 1 : 0),
        Revision = Revision + 1,
    };

    private PlayerAttentionState Counted(PlayerAttention attention)
    {
        var who = EventKey.Of(attention.By);
        return attention.Kind switch
        {
            AttentionKind.Followed => this with { Followers = Followers.Add(who) },
            AttentionKind.Unfollowed => this with { Followers = Followers.Remove(who) },
            AttentionKind.Shortlisted => this with { Shortlists = Shortlists.Add(who) },
            AttentionKind.Unlisted => this with { Shortlists = Shortlists.Remove(who) },
            _ => Viewed(EventKey.Of(attention.Id)),
        };
    }

    private PlayerAttentionState Viewed(EventKey view) => Views.Contains(view) ? this : this with
    {
        ProfileViews = ProfileViews + 1,
        Views = [.. Views.TakeLast(Remembered - 1), view],
    };

    private bool WasRead((string Partition, long Offset)? position) => position is { } at && at.Offset < Next.GetValueOrDefault(at.Partition);

    private PlayerAttentionState ReadTo((string Partition, long Offset)? position) => this with
    {
        Next = position is { } at ? Next.SetItem(at.Partition, at.Offset + 1) : Next,
        Revision = Revision + 1,
    };
}
