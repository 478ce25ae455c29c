using ShellCorp.Grains.Storage;

namespace ShellCorp.Grains.Players;

/// <summary>A match's ledger in memory.</summary>
internal sealed class LedgerSlot(MatchId match, StoredState<RatingLedger> state)
{
    public MatchId Match { get; } = match;

    public StoredState<RatingLedger> State { get; } = state;

    public RatingLedger Ledger => State.Value;

    /// <summary>The player's team in a line-up; null while none is known to name the player.</summary>
    public TeamId? SquadOf { get; set; }

    /// <summary>When it was used last, by the count of uses.</summary>
    public long LastUse { get; set; }
}
