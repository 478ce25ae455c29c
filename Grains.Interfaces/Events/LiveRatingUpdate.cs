using System.Collections.Immutable;

namespace ShellCorp.Events;

/// <summary>
/// A player's rating in a match after a further update. Topic <see cref="Topics.LiveRatingUpdates"/>, key = player. Its content is a function
/// of (player, match, version); versions may be left out. Consumers upsert by (player, match): the higher version wins.
/// </summary>
[GenerateSerializer, Immutable, Alias("shellcorp.live-rating.v1")]
public sealed record LiveRatingUpdate
{
    /// <summary>The player.</summary>
    [Id(0)] public required PlayerId PlayerId { get; init; }

    /// <summary>The match.</summary>
    [Id(1)] public required MatchId MatchId { get; init; }

    /// <summary>The player's team, where known.</summary>
    [Id(2)] public TeamId? TeamId { get; init; }

    /// <summary>The number of player updates applied.</summary>
    [Id(3)] public required int Version { get; init; }

    /// <summary>The rating in hundredths, 300 to 1000.</summary>
    [Id(4)] public required int RatingHundredths { get; init; }

    /// <summary>Whether users see the rating: after ten minutes played.</summary>
    [Id(5)] public required bool Shown { get; init; }

    /// <summary>Minutes played by the schedule.</summary>
    [Id(6)] public required int MinutesPlayed { get; init; }

    /// <summary>Own events, derived ones not counted.</summary>
    [Id(7)] public required int Events { get; init; }

    /// <summary>Whether full time is among the applied updates.</summary>
    [Id(8)] public required bool Final { get; init; }

    /// <summary>Version of the table of weights, such as <c>2026-1</c>.</summary>
    [Id(9)] public required string Weights { get; init; }

    /// <summary>What the categories of <see cref="RatingCategory"/> add to the rating, in thousandths and in that order.</summary>
    [Id(10)] public required ImmutableArray<int> Categories { get; init; }

    /// <summary>The latest moment among the applied updates, by the match's clock.</summary>
    [Id(11)] public required MatchTime Time { get; init; }

    /// <summary>The latest <see cref="PlayerUpdate.OccurredAt"/> among the applied updates (<c>ce_time</c>).</summary>
    [Id(12)] public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The event's identity (<c>ce_id</c>).</summary>
    public string Id => FormattableString.Invariant($"live/{PlayerId}/{MatchId}/{Version}");
}
