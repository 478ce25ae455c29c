using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Grains.Teams;

/// <summary>
/// The latest rating of each of a team's players in a match. Stored before a rating is acknowledged: the stream can't be read again from
/// where a crash happened.
/// </summary>
[GenerateSerializer, Immutable, Alias("shellcorp.team-match-state.v1")]
public sealed record TeamMatchState
{
    /// <summary>No rating yet.</summary>
    public static TeamMatchState Empty { get; } = new();

    /// <summary>Ascending by player.</summary>
    [Id(0)] public ImmutableArray<TeamRating> Ratings { get; init; } = [];

    /// <summary>The latest moment by the calendar.</summary>
    [Id(1)] public DateTimeOffset OccurredAt { get; init; }

    /// <summary>The sum of the ratings' versions: grows with each change.</summary>
    public int Version => Ratings.Sum(rating => rating.Version);

    /// <summary>Takes ratings whose version is higher than the one held.</summary>
    public TeamMatchState Upsert(IEnumerable<LiveRatingUpdate> ratings) => ratings.Aggregate(this, (state, rating) => state.Upsert(rating));

    private TeamMatchState Upsert(LiveRatingUpdate rating)
    {
        var index = Ratings.BinarySearch(TeamRating.From(rating), ByPlayer);
        if (index >= 0 && Ratings[index].Version >= rating.Version)
            return this;

        return this with
        {
            Ratings = index < 0 ? Ratings.Insert(~index, TeamRating.From(rating)) : Ratings.SetItem(index, TeamRating.From(rating)),
            OccurredAt = rating.OccurredAt > OccurredAt ? rating.OccurredAt : OccurredAt,
        };
    }

    private static readonly Comparer<TeamRating> ByPlayer = Comparer<TeamRating>.Create((one, other) => one.Player.Value.CompareTo(other.Player.Value));
}
