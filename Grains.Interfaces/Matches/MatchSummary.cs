using ShellCorp.Events;

namespace ShellCorp.Matches;

/// <summary>A match in a list: teams, score and clock. A higher <see cref="Version"/> is newer, and of equal ones the later <see cref="Clock"/>.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.match-summary.v1")]
public sealed record MatchSummary
{
    /// <summary>The match.</summary>
    [Id(0)] public required MatchId MatchId { get; init; }

    /// <summary>The number of match facts applied.</summary>
    [Id(1)] public required int Version { get; init; }

    /// <summary>The competition's name; empty while the line-up isn't known.</summary>
    [Id(2)] public required string Competition { get; init; }

    /// <summary>The scheduled kick-off; null while the line-up isn't known.</summary>
    [Id(3)] public DateTimeOffset? KickOff { get; init; }

    /// <summary>The home team; null while the line-up isn't known.</summary>
    [Id(4)] public TeamId? HomeTeam { get; init; }

    /// <summary>The away team; null while the line-up isn't known.</summary>
    [Id(5)] public TeamId? AwayTeam { get; init; }

    /// <summary>The home team's name, <c>?</c> while it isn't known.</summary>
    [Id(6)] public required string Home { get; init; }

    /// <summary>The away team's name, <c>?</c> while it isn't known.</summary>
    [Id(7)] public required string Away { get; init; }

    /// <summary>Goals of the home team in play, extra time included, the shoot-out not.</summary>
    [Id(8)] public required int HomeScore { get; init; }

    /// <summary>Goals of the away team in play, extra time included, the shoot-out not.</summary>
    [Id(9)] public required int AwayScore { get; init; }

    /// <summary>The shoot-out's score of the home team; null without a shoot-out.</summary>
    [Id(10)] public int? HomeShootOut { get; init; }

    /// <summary>The shoot-out's score of the away team; null without a shoot-out.</summary>
    [Id(11)] public int? AwayShootOut { get; init; }

    /// <summary>Where the match stands.</summary>
    [Id(12)] public required MatchPhase Phase { get; init; }

    /// <summary>The latest moment told by a fact or a rating.</summary>
    [Id(13)] public required MatchTime Clock { get; init; }
}
