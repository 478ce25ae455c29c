namespace ShellCorp.Market;

/// <summary>A requirement as it was posted.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.posted-requirement.v1")]
public sealed record PostedRequirement
{
    /// <summary>The requirement.</summary>
    [Id(0)] public required RequirementId RequirementId { get; init; }

    /// <summary>Whose.</summary>
    [Id(1)] public required TeamId ClubId { get; init; }

    /// <summary>What the club is looking for.</summary>
    [Id(2)] public required Requirement Requirement { get; init; }

    /// <summary>Whether it still takes pitches.</summary>
    [Id(3)] public required bool IsOpen { get; init; }

    /// <summary>When it was posted.</summary>
    [Id(4)] public required DateTimeOffset At { get; init; }
}
