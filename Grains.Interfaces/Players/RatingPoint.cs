using ShellCorp.Events;

namespace ShellCorp.Players;

/// <summary>A point of a rating's line over the match.</summary>
/// <param name="Time">By the match's clock.</param>
/// <param name="RatingHundredths">The rating then, in hundredths.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.rating-point.v1")]
public readonly record struct RatingPoint([property: Id(0)] MatchTime Time, [property: Id(1)] int RatingHundredths);
