namespace ShellCorp.Market;

/// <summary>A person who acts for agents or clubs.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.user-profile.v1")]
public sealed record UserProfile
{
    /// <summary>The user.</summary>
    [Id(0)] public required UserId UserId { get; init; }

    /// <summary>The name to show, at most 100 characters.</summary>
    [Id(1)] public required string Name { get; init; }
}
