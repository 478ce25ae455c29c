using System.Collections.Immutable;
using ShellCorp.Grains.Counters;
using ShellCorp.Grains.Storage;

namespace ShellCorp.Grains.Players;

/// <summary>A player's ledgers on their way to another silo: those in memory, which there would be read one by one.</summary>
[GenerateSerializer, Immutable, Alias("shellcorp.moving-ledgers.v1")]
public sealed record MovingLedgers
{
    /// <summary>The matches that have a ledger; null where storage has to be asked.</summary>
    [Id(0)] public MovingState<PlayerMatches>? Index { get; init; }

    /// <summary>The ledgers, the one used longest ago first.</summary>
    [Id(1)] public ImmutableArray<MovingLedger> Ledgers { get; init; } = [];

    /// <summary>What the other ledgers add to the player's totals; null where storage has to be asked.</summary>
    [Id(2)] public MovingState<PlayerTotals>? Totals { get; init; }
}
