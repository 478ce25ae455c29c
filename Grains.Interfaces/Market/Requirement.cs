using ShellCorp.Events;

namespace ShellCorp.Market;

/// <summary>What a club is looking for.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.requirement.v1")]
public sealed record Requirement
{
    /// <summary>The line; <see cref="PlayerRole.Unknown"/> for any.</summary>
    [Id(0)] public required PlayerRole Role { get; init; }

    /// <summary>The least age in full years, from 14.</summary>
    [Id(1)] public int MinAge { get; init; } = 14;

    /// <summary>The greatest age in full years, to 60.</summary>
    [Id(2)] public int MaxAge { get; init; } = 60;

    /// <summary>The foot; <see cref="Foot.Any"/> for either. Who shoots with both meets either.</summary>
    [Id(3)] public Foot Foot { get; init; }

    /// <summary>What the club would pay, in its currency's whole units: 0 to 1,000,000,000,000.</summary>
    [Id(4)] public required long Budget { get; init; }

    /// <summary>To buy, or to take on loan.</summary>
    [Id(5)] public required Deal Deal { get; init; }
}
