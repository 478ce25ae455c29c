using ShellCorp.Events;

namespace ShellCorp.Grains.Teams;

/// <summary>What a team keeps of a player's latest rating in a match.</summary>
/// <param name="Player">The player.</param>
/// <param name="Version">The rating's version.</param>
/// <param name="Hundredths">The rating, in hundredths.</param>
/// <param name="Minutes">Minutes played.</param>
/// <param name="Final">Whether it is final.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.team-rating.v1")]
public readonly record struct TeamRating(
    [property: Id(0)] PlayerId Player,
    [property: Id(1)] int Version,
    [property: Id(2)] int Hundredths,
    [property: Id(3)] int Minutes,
    [property: Id(4)] bool Final)
{
    /// <summary>Keeps what the team's average needs.</summary>
    public static TeamRating From(LiveRatingUpdate rating) =>
        new(rating.PlayerId, rating.Version, rating.RatingHundredths, rating.MinutesPlayed, rating.Final);
}
