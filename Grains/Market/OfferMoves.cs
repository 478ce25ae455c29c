using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>What may become of an offer, and by whom.</summary>
internal static class OfferMoves
{
    public static bool IsAllowed(OfferState from, MarketSide by, OfferState to) => (from, by, to) switch
    {
        (OfferState.Made, MarketSide.Agent, OfferState.Accepted or OfferState.Rejected or OfferState.Countered) => true,
        (OfferState.Made, MarketSide.Club, OfferState.Withdrawn) => true,
        (OfferState.Countered, MarketSide.Club, OfferState.Accepted or OfferState.Made or OfferState.Withdrawn) => true,
        _ => false,
    };

    /// <summary>Whether a step to a state names a fee.</summary>
    public static bool NamesFee(OfferState to) => to is OfferState.Made or OfferState.Countered;

    /// <summary>How the log names that a state was reached.</summary>
    public static MarketEventKind EventKind(OfferState state) => state switch
    {
        OfferState.Made => MarketEventKind.OfferMade,
        OfferState.Countered => MarketEventKind.OfferCountered,
        OfferState.Accepted => MarketEventKind.OfferAccepted,
        OfferState.Rejected => MarketEventKind.OfferRejected,
        OfferState.Withdrawn => MarketEventKind.OfferWithdrawn,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "unknown"),
    };
}
