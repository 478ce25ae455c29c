using ShellCorp.Events;

namespace ShellCorp.Grains.Streams;

/// <summary>
/// Names of the stream providers that the host registers, all with implicit subscriptions only. Grains subscribe to namespaces
/// (<see cref="Topics"/>), never to a provider.
/// </summary>
public static class StreamProviders
{
    /// <summary>
    /// <see cref="Topics.PlayerUpdates"/>, <see cref="Topics.MatchUpdates"/>, <see cref="Topics.PlayerAttention"/> and <see cref="Topics.MarketEvents"/>, by record
    /// key.
    /// </summary>
    public const string Events = "events";

    /// <summary>
    /// <see cref="Topics.LiveRatingUpdates"/> as <see cref="Topics.LiveRatingsByMatch"/>, by the header <see cref="EventHeaders.Match"/>. Not
    /// rewindable, since one match is fed by several partitions.
    /// </summary>
    public const string RatingsByMatch = "ratings-by-match";

    /// <summary>
    /// <see cref="Topics.LiveRatingUpdates"/> as <see cref="Topics.LiveRatingsByTeam"/>, by the header <see cref="EventHeaders.Team"/>. Not
    /// rewindable either.
    /// </summary>
    public const string RatingsByTeam = "ratings-by-team";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Events, RatingsByMatch, RatingsByTeam];
}
