using System.Collections.Immutable;

namespace ShellCorp.Players;

/// <summary>Why a rating is what it is.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.rating-explanation.v1")]
public sealed record RatingExplanation
{
    /// <summary>The rating now.</summary>
    [Id(0)] public required PlayerMatchRating Rating { get; init; }

    /// <summary>The last contributing events, latest first, at most 20.</summary>
    [Id(1)] public required ImmutableArray<RatingContribution> Contributions { get; init; }

    /// <summary>The rating over the match, ascending by time: one point for each minute in which it changed.</summary>
    [Id(2)] public required ImmutableArray<RatingPoint> Line { get; init; }
}
