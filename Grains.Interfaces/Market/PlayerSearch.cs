using ShellCorp.Events;

namespace ShellCorp.Market;

/// <summary>Whom to look for; a field that isn't told doesn't matter.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.player-search.v1")]
public sealed record PlayerSearch
{
    /// <summary>How the name begins, in any case, at most 100 characters.</summary>
    [Id(0)] public string Name { get; init; } = "";

    /// <summary>The line; <see cref="PlayerRole.Unknown"/> for any.</summary>
    [Id(1)] public PlayerRole Role { get; init; }

    /// <summary>The least age in full years.</summary>
    [Id(2)] public int MinAge { get; init; }

    /// <summary>The greatest age in full years, to 120.</summary>
    [Id(3)] public int MaxAge { get; init; } = 120;

    /// <summary>The foot; <see cref="Foot.Any"/> for either. Who shoots with both meets either.</summary>
    [Id(4)] public Foot Foot { get; init; }

    /// <summary>The club.</summary>
    [Id(5)] public TeamId? ClubId { get; init; }
}
