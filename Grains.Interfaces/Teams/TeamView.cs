using System.Collections.Immutable;

namespace ShellCorp.Teams;

/// <summary>A team's performance.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.team-view.v1")]
public sealed record TeamView
{
    /// <summary>The team in a list.</summary>
    [Id(0)] public required TeamSummary Summary { get; init; }

    /// <summary>One entry a match, latest kick-off first.</summary>
    [Id(1)] public required ImmutableArray<TeamMatch> Matches { get; init; }
}
