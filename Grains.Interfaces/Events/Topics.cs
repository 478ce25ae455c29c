namespace ShellCorp.Events;

/// <summary>Kafka topics, which are also the namespaces of Orleans streams.</summary>
public static class Topics
{
    /// <summary><see cref="PlayerUpdate"/>s, keyed by player.</summary>
    public const string PlayerUpdates = "PlayerUpdates";

    /// <summary><see cref="MatchUpdate"/>s, keyed by match.</summary>
    public const string MatchUpdates = "MatchUpdates";

    /// <summary><see cref="LiveRatingUpdate"/>s, keyed by player.</summary>
    public const string LiveRatingUpdates = "LiveRatingUpdates";

    /// <summary><see cref="Events.PlayerAttention"/>s, keyed by player.</summary>
    public const string PlayerAttention = "PlayerAttention";

    /// <summary>What happens in the transfer market, <see cref="Market.MarketEvent"/>s, keyed by player.</summary>
    public const string MarketEvents = "MarketEvents";

    /// <summary>Stream namespace: <see cref="LiveRatingUpdates"/> seen by the match that the header <see cref="EventHeaders.Match"/> names.</summary>
    public const string LiveRatingsByMatch = "LiveRatingsByMatch";

    /// <summary>Stream namespace: <see cref="LiveRatingUpdates"/> seen by the team that the header <see cref="EventHeaders.Team"/> names.</summary>
    public const string LiveRatingsByTeam = "LiveRatingsByTeam";
}
