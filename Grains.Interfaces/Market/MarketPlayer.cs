using ShellCorp.Events;

namespace ShellCorp.Market;

/// <summary>What the market knows of a player.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.market-player.v1")]
public sealed record MarketPlayer
{
    /// <summary>The player.</summary>
    [Id(0)] public required PlayerId PlayerId { get; init; }

    /// <summary>The name to show, at most 100 characters.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>The player's line.</summary>
    [Id(2)] public required PlayerRole Role { get; init; }

    /// <summary>The day of birth, between 1940 and today.</summary>
    [Id(3)] public required DateOnly Born { get; init; }

    /// <summary>The stronger foot.</summary>
    [Id(4)] public Foot Foot { get; init; }

    /// <summary>The club that the player is under contract with; null for none.</summary>
    [Id(5)] public TeamId? ClubId { get; init; }
}
