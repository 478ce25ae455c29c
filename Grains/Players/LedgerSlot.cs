using ShellCorp.Grains.Counters;
using ShellCorp.Grains.Storage;

namespace ShellCorp.Grains.Players;

/// <summary>A match's ledger in memory.</summary>
internal sealed class LedgerSlot(MatchId match, StoredState<RatingLedger> state)
{
    private RatingLedger? _counted;
    private MatchCounts? _counts;

    public MatchId Match { get; } = match;

    public StoredState<RatingLedger> State { get; } = state;

    public RatingLedger Ledger => State.Value;

    /// <summary>Whether this activation has opened the match in the player's totals.</summary>
    public bool IsOpen { get; set; }

    /// <summary>What the match adds to the player's totals.</summary>
    public MatchCounts Counts
    {
        get
        {
            if (_counts is null || !ReferenceEquals(_counted, Ledger))
                (_counted, _counts) = (Ledger, MatchCounts.Of(Match, Ledger));
            return _counts;
        }
    }

    /// <summary>The player's team in a line-up; null while none is known to name the player.</summary>
    public TeamId? SquadOf { get; set; }

    /// <summary>When it was used last, by the count of uses.</summary>
    public long LastUse { get; set; }
}
