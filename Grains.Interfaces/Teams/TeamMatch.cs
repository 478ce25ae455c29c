namespace ShellCorp.Teams;

/// <summary>A team's average rating in a match.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.team-match.v1")]
public sealed record TeamMatch
{
    /// <summary>The match.</summary>
    [Id(0)] public required MatchId MatchId { get; init; }

    /// <summary>The mean of its players' ratings weighted by minutes played, in hundredths; 0 while nobody has played.</summary>
    [Id(1)] public required int AverageHundredths { get; init; }

    /// <summary>Players with a rating.</summary>
    [Id(2)] public required int Players { get; init; }

    /// <summary>Whether every rating is final.</summary>
    [Id(3)] public required bool Final { get; init; }

    /// <summary>The latest moment of the calendar told by its ratings: orders matches.</summary>
    [Id(4)] public required DateTimeOffset OccurredAt { get; init; }
}
