using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Grains.Matches;

/// <summary>The latest rating of each player of a match.</summary>
internal sealed class MatchRatings
{
    private readonly Dictionary<PlayerId, LiveRatingUpdate> _latest = [];

    /// <summary>The latest moment told by a rating.</summary>
    public MatchTime Clock { get; private set; }

    /// <summary>The ratings, ascending by player.</summary>
    public ImmutableArray<LiveRatingUpdate> All => [.. _latest.Values.OrderBy(rating => rating.PlayerId.Value)];

    /// <summary>Takes a rating unless one of the same or a higher version is held.</summary>
    /// <returns>Whether it was taken.</returns>
    public bool Upsert(LiveRatingUpdate rating)
    {
        if (_latest.TryGetValue(rating.PlayerId, out var held) && held.Version >= rating.Version)
            return false;

        _latest[rating.PlayerId] = rating;
        if (rating.Time > Clock)
            Clock = rating.Time;
        return true;
    }
}
