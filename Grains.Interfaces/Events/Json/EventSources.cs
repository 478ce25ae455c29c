namespace ShellCorp.Events.Json;

/// <summary>
/// Who makes our events (<c>ce_source</c>). It guards against mistakes, such as a goal sent as a player update; against malice the topics need
/// access rules.
/// </summary>
public static class EventSources
{
    /// <summary>What came in at the door.</summary>
    public const string Ingest = "/shellcorp/ingest";

    /// <summary>What a match derives from its facts.</summary>
    public const string Match = "/shellcorp/match";

    /// <summary>What a player's rating publishes.</summary>
    public const string PlayerRating = "/shellcorp/player-rating";

    /// <summary>What users of the pages and desks do about players.</summary>
    public const string Attention = "/shellcorp/attention";

    /// <summary>What the transfer market's outbox held.</summary>
    public const string Market = "/shellcorp/market";
}
