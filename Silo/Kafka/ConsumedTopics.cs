using System.Collections.Immutable;
using EventTopics = ShellCorp.Events.Topics;

namespace ShellCorp.Silo.Kafka;

/// <summary>A consumer group of the product and what it reads.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Topics">Its topics.</param>
public sealed record ConsumedTopics(string GroupId, ImmutableArray<string> Topics)
{
    /// <summary>All groups of the product: the events, and the two views of live ratings.</summary>
    public static ImmutableArray<ConsumedTopics> All(KafkaOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            new(options.GroupId, [EventTopics.PlayerUpdates, EventTopics.MatchUpdates]),
            new(ByMatch(options), [EventTopics.LiveRatingUpdates]),
            new(ByTeam(options), [EventTopics.LiveRatingUpdates]),
        ];
    }

    /// <summary>The group of the ratings' view by match.</summary>
    public static string ByMatch(KafkaOptions options) => $"{options?.GroupId}.by-match";

    /// <summary>The group of the ratings' view by team.</summary>
    public static string ByTeam(KafkaOptions options) => $"{options?.GroupId}.by-team";
}
