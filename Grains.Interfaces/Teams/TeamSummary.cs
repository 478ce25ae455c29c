using System.Collections.Immutable;

namespace ShellCorp.Teams;

/// <summary>A team in the ranking. A higher <see cref="Version"/> is newer.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.team-summary.v1")]
public sealed record TeamSummary
{
    /// <summary>The team.</summary>
    [Id(0)] public required TeamId TeamId { get; init; }

    /// <summary>Grows with each change.</summary>
    [Id(1)] public required long Version { get; init; }

    /// <summary>The name, or the id's digits while no line-up told it.</summary>
    [Id(2)] public required string Name { get; init; }

    /// <summary>The mean of its matches' averages, in hundredths; the ranking's order.</summary>
    [Id(3)] public required int AverageHundredths { get; init; }

    /// <summary>The averages of its last five matches, latest first, in hundredths.</summary>
    [Id(4)] public required ImmutableArray<int> Form { get; init; }

    /// <summary>Matches rated.</summary>
    [Id(5)] public required int Matches { get; init; }
}
