using System.Collections.Immutable;

namespace ShellCorp.Events;

/// <summary>One team's squad for a match.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.team-sheet.v1")]
public sealed record TeamSheet
{
    /// <summary>The team.</summary>
    [Id(0)] public required TeamId TeamId { get; init; }

    /// <summary>Its name.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>Starters and bench.</summary>
    [Id(2)] public required ImmutableArray<SquadPlayer> Squad { get; init; }
}
