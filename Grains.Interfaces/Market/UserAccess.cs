using System.Collections.Immutable;

namespace ShellCorp.Market;

/// <summary>A user, and for whom they may act.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.user-access.v1")]
public sealed record UserAccess
{
    /// <summary>The user.</summary>
    [Id(0)] public required UserProfile User { get; init; }

    /// <summary>The desks that the user is a member of, agents' first, ascending.</summary>
    [Id(1)] public required ImmutableArray<DeskId> Desks { get; init; }
}
