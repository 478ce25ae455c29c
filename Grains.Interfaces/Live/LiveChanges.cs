using System.Collections.Immutable;
using ShellCorp.Events;
using ShellCorp.Matches;
using ShellCorp.Teams;

namespace ShellCorp.Live;

/// <summary>Matches, ratings and teams that changed. Each carries its own version, so that late or repeated ones are recognised.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.live-changes.v1")]
public sealed record LiveChanges
{
    /// <summary>Nothing.</summary>
    public static LiveChanges None { get; } = new();

    /// <summary>Matches, at most one entry each.</summary>
    [Id(0)] public ImmutableArray<MatchSummary> Matches { get; init; } = [];

    /// <summary>Ratings, at most one entry a player and match.</summary>
    [Id(1)] public ImmutableArray<LiveRatingUpdate> Ratings { get; init; } = [];

    /// <summary>Teams, at most one entry each.</summary>
    [Id(2)] public ImmutableArray<TeamSummary> Teams { get; init; } = [];
}
