namespace ShellCorp.Market;

/// <summary>A club, under the number of its team.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.club-profile.v1")]
public sealed record ClubProfile
{
    /// <summary>The club's team.</summary>
    [Id(0)] public required TeamId ClubId { get; init; }

    /// <summary>The name to show, at most 100 characters.</summary>
    [Id(1)] public required string Name { get; init; }
}
