using ShellCorp.Events;

namespace ShellCorp.Players;

/// <summary>What one event did to a rating, the events before it in the match's time taken as given.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.rating-contribution.v1")]
public sealed record RatingContribution
{
    /// <summary>When, by the match's clock.</summary>
    [Id(0)] public required MatchTime Time { get; init; }

    /// <summary>What.</summary>
    [Id(1)] public required PlayerAction Kind { get; init; }

    /// <summary>How it ended.</summary>
    [Id(2)] public required ActionOutcome Outcome { get; init; }

    /// <summary>Closer circumstances.</summary>
    [Id(3)] public required ActionQualifiers Qualifiers { get; init; }

    /// <summary>The change of the rating, in hundredths; may be negative.</summary>
    [Id(4)] public required int DeltaHundredths { get; init; }
}
