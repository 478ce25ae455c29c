using ShellCorp.Events;

namespace ShellCorp.Players;

/// <summary>A player's rating in a match and the counts behind it.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.player-match-rating.v1")]
public sealed record PlayerMatchRating
{
    /// <summary>The rating as it was or will be published for this version.</summary>
    [Id(0)] public required LiveRatingUpdate Live { get; init; }

    /// <summary>Updates recognised by their id and not applied again.</summary>
    [Id(1)] public required int Duplicates { get; init; }

    /// <summary>Whether the player was ever on the pitch.</summary>
    [Id(2)] public required bool WasOnPitch { get; init; }
}
