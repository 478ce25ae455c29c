namespace ShellCorp.Events;

/// <summary>CloudEvents types of our events. The last part is the major version; a reader refuses the ones it doesn't know.</summary>
public static class EventTypes
{
    /// <summary>What a player did, or what the match did to the player's rating: <see cref="PlayerUpdate"/>.</summary>
    public const string PlayerUpdate = "shellcorp.player-update.v1";

    /// <summary>A fact of a match: <see cref="MatchUpdate"/>.</summary>
    public const string MatchUpdate = "shellcorp.match-update.v1";

    /// <summary>A player's rating in a match after a further update: <see cref="LiveRatingUpdate"/>.</summary>
    public const string LiveRatingUpdate = "shellcorp.live-rating.v1";

    /// <summary>What somebody did about a player: <see cref="Events.PlayerAttention"/>.</summary>
    public const string PlayerAttention = "shellcorp.player-attention.v1";

    /// <summary>What happened in the transfer market: <see cref="Market.MarketEvent"/>.</summary>
    public const string MarketEvent = "shellcorp.market-event.v1";
}
