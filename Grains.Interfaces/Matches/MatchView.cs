using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Matches;

/// <summary>All that a page about a match shows.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.match-view.v1")]
public sealed record MatchView
{
    /// <summary>Teams, score and clock.</summary>
    [Id(0)] public required MatchSummary Summary { get; init; }

    /// <summary>The line-up; null while it isn't known.</summary>
    [Id(1)] public MatchSheet? Sheet { get; init; }

    /// <summary>The latest rating of each player that has any update, ascending by player.</summary>
    [Id(2)] public required ImmutableArray<LiveRatingUpdate> Ratings { get; init; }

    /// <summary>Goals, cards, substitutions and periods, ascending by time; interruptions and line-ups left out.</summary>
    [Id(3)] public required ImmutableArray<MatchUpdate> Timeline { get; init; }

    /// <summary>Match facts applied.</summary>
    [Id(4)] public required int Applied { get; init; }

    /// <summary>Match facts recognised by their id and not applied again.</summary>
    [Id(5)] public required int Duplicates { get; init; }
}
