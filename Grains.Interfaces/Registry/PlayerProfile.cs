using ShellCorp.Events;

namespace ShellCorp.Registry;

/// <summary>What line-ups tell of a player.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.player-profile.v1")]
public sealed record PlayerProfile
{
    /// <summary>The player.</summary>
    [Id(0)] public required PlayerId PlayerId { get; init; }

    /// <summary>The name to show.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>The player's line.</summary>
    [Id(2)] public required PlayerRole Role { get; init; }

    /// <summary>The team of the latest line-up.</summary>
    [Id(3)] public required TeamId TeamId { get; init; }

    /// <summary>The kick-off of that line-up's match.</summary>
    [Id(4)] public required DateTimeOffset AsOf { get; init; }
}
