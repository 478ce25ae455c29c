using System.Collections.Immutable;
using EventTopics = ShellCorp.Events.Topics;

namespace ShellCorp.Silo.Kafka;

/// <summary>A consumer group of the product and what it reads.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Topics">Its topics.</param>
public sealed record ConsumedTopics(string GroupId, ImmutableArray<string> Topics)
{
    /// <summary>What the projection reads.</summary>
    internal static ImmutableArray<string> Projected { get; } = [EventTopics.LiveRatingUpdates, EventTopics.MatchUpdates];

    /// <summary>All groups of the product: the events, the two views of live ratings, the projection, and the analytics worker where there is one.</summary>
    public static ImmutableArray<ConsumedTopics> All(KafkaOptions options) =>
        [.. Streams(options), Projection(options), .. options is { HasAnalytics: true } ? [Analytics(options)] : Array.Empty<ConsumedTopics>()];

    /// <summary>The groups of the streams that feed grains.</summary>
    public static ImmutableArray<ConsumedTopics> Streams(KafkaOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            new(options.GroupId, [EventTopics.PlayerUpdates, EventTopics.MatchUpdates, EventTopics.PlayerAttention, EventTopics.MarketEvents]),
            new(ByMatch(options), [EventTopics.LiveRatingUpdates]),
            new(ByTeam(options), [EventTopics.LiveRatingUpdates]),
        ];
    }

    /// <summary>The group of the projection.</summary>
    public static ConsumedTopics Projection(KafkaOptions options) => new($"{options?.GroupId}.projection", Projected);

    /// <summary>The group of the analytics worker.</summary>
    public static ConsumedTopics Analytics(KafkaOptions options) =>
        new($"{options?.GroupId}.analytics", [.. LogTopics.Events, EventTopics.MarketEvents]);

    /// <summary>The group of the ratings' view by match.</summary>
    public static string ByMatch(KafkaOptions options) => $"{options?.GroupId}.by-match";

    /// <summary>The group of the ratings' view by team.</summary>
    public static string ByTeam(KafkaOptions options) => $"{options?.GroupId}.by-team";
}
