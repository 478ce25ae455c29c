using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ShellCorp.Events;

namespace ShellCorp.Grains.Players.Ratings;

/// <summary>
/// All that a rating depends on, and what is published with it. Adding is commutative and associative: every part is a count, a sorted
/// multiset, or an extreme, so that a match gives one tally in whatever order and batches its updates come. It knows no ids: adding an
/// update twice counts it twice.
/// </summary>
[GenerateSerializer, Immutable, Alias("shellcorp.rating-tally.v1")]
public sealed record RatingTally
{
    private static readonly int Statistics = Enum.GetValues<RatingStatistic>().Length;

    /// <summary>Nothing happened yet.</summary>
    public static RatingTally Empty { get; } = new();

    /// <summary>Counts by <see cref="RatingStatistic"/>; those worked out from times stay 0. May be shorter in states of older versions.</summary>
    [Id(0)] public ImmutableArray<int> Counts { get; init; } = [];

    /// <summary>Times of the player's goals, ascending.</summary>
    [Id(1)] public ImmutableArray<MatchTime> Goals { get; init; } = [];

    /// <summary>Times of the team's goals, ascending.</summary>
    [Id(2)] public ImmutableArray<MatchTime> Scored { get; init; } = [];

    /// <summary>Times of the opponents' goals, ascending.</summary>
    [Id(3)] public ImmutableArray<MatchTime> Conceded { get; init; } = [];

    /// <summary>When the player came on, the earliest that was told; null where nothing was.</summary>
    [Id(4)] public MatchTime? CameOn { get; init; }

    /// <summary>When the player was substituted, the earliest that was told.</summary>
    [Id(5)] public MatchTime? WentOff { get; init; }

    /// <summary>When the player was sent off, the earliest that was told.</summary>
    [Id(6)] public MatchTime? SentOff { get; init; }

    /// <summary>The scheduled minute of full time, 90 or 120; 0 before.</summary>
    [Id(7)] public int FullTimeMinute { get; init; }

    /// <summary>The player's line.</summary>
    [Id(8)] public PlayerRole Role { get; init; }

    /// <summary>The player's team.</summary>
    [Id(9)] public TeamId? Team { get; init; }

    /// <summary>Own updates, derived ones not counted.</summary>
    [Id(10)] public int Events { get; init; }

    /// <summary>Updates added.</summary>
    [Id(11)] public int Version { get; init; }

    /// <summary>The latest moment by the match's clock.</summary>
    [Id(12)] public MatchTime LatestTime { get; init; }

    /// <summary>The latest moment by the calendar.</summary>
    [Id(13)] public DateTimeOffset LatestOccurredAt { get; init; }

    /// <summary>Whether full time was told.</summary>
    public bool Final => FullTimeMinute > 0;

    /// <summary>Whether the player was ever on the pitch.</summary>
    public bool WasOnPitch => CameOn is not null;

    /// <summary>When the player left the pitch; null while on it.</summary>
    public MatchTime? LeftPitch => Earlier(WentOff, SentOff);

    /// <summary>Adds an update.</summary>
    public RatingTally Add(PlayerUpdate update) => Add(AppliedUpdate.From(update)) with
    {
        Team = Larger(Team, update.TeamId),
        LatestOccurredAt = update.OccurredAt > LatestOccurredAt ? update.OccurredAt : LatestOccurredAt,
    };

    /// <summary>Adds updates.</summary>
    public RatingTally Add(IEnumerable<PlayerUpdate> updates) => updates.Aggregate(this, (tally, update) => tally.Add(update));

    /// <summary>Adds what an update left behind: as the update itself, but for the team and the calendar.</summary>
    public RatingTally Add(AppliedUpdate update) => WithFact(update) with
    {
        Counts = Count(update),
        Role = update.Role > Role ? update.Role : Role,
        Events = Events + (update.IsDerived ? 0 : 1),
        Version = Version + 1,
        LatestTime = update.Time > LatestTime ? update.Time : LatestTime,
    };

    /// <summary>A statistic's count; 0 for those worked out from times.</summary>
    public int this[RatingStatistic statistic] => (int)statistic < Counts.Length ? Counts[(int)statistic] : 0;

    private RatingTally WithFact(AppliedUpdate update) => update.Kind switch
    {
        PlayerAction.CameOn => this with { CameOn = Earlier(CameOn, update.Time) },
        PlayerAction.WentOff => this with { WentOff = Earlier(WentOff, update.Time) },
        PlayerAction.SentOff => this with { SentOff = Earlier(SentOff, update.Time) },
        PlayerAction.Goal => this with { Goals = Insert(Goals, update.Time) },
        PlayerAction.TeamScored => this with { Scored = Insert(Scored, update.Time) },
        PlayerAction.TeamConceded => this with { Conceded = Insert(Conceded, update.Time) },
        PlayerAction.FullTime => this with { FullTimeMinute = Math.Max(FullTimeMinute, MatchTime.EndOf(update.Time.Period)) },
        _ => this,
    };

    private ImmutableArray<int> Count(AppliedUpdate update)
    {
        var counts = new int[Math.Max(Statistics, Counts.Length)];
        Counts.CopyTo(counts);
        RatingStatistics.Count(update, counts);
        return ImmutableCollectionsMarshal.AsImmutableArray(counts);
    }

    private static ImmutableArray<MatchTime> Insert(ImmutableArray<MatchTime> times, MatchTime time)
    {
        var index = times.BinarySearch(time);
        return times.Insert(index < 0 ? ~index : index, time);
    }

    private static MatchTime? Earlier(MatchTime? one, MatchTime? other) => one is null || other < one ? other : one;

    private static TeamId? Larger(TeamId? one, TeamId? other) => one is null || other?.Value > one.Value.Value ? other : one;
}
