using ShellCorp.Grains.Storage;

namespace ShellCorp.Grains.Players;

/// <summary>One of <see cref="MovingLedgers"/>.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.moving-ledger.v1")]
public sealed record MovingLedger
{
    /// <summary>The match.</summary>
    [Id(0)] public required MatchId Match { get; init; }

    /// <summary>The ledger.</summary>
    [Id(1)] public required MovingState<RatingLedger> State { get; init; }
}
