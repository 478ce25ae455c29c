using System.Collections.Immutable;
using ShellCorp.Events;

namespace ShellCorp.Silo.Kafka;

/// <summary>The topics that silos use, with the partitions that embedded brokers give them.</summary>
public static class LogTopics
{
    /// <summary>What stands behind a topic's name in the name of its dead-letter topic.</summary>
    public const string DeadLetterSuffix = ".dlq";

    /// <summary>
    /// Topic → partitions. Twelve let a cluster of up to twelve silos share the load; matches have a fiftieth of their players' events.
    /// </summary>
    public static ImmutableSortedDictionary<string, int> Partitions { get; } = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create(Topics.PlayerUpdates, 12),
        KeyValuePair.Create(Topics.MatchUpdates, 4),
        KeyValuePair.Create(Topics.LiveRatingUpdates, 12),
        KeyValuePair.Create(Topics.PlayerAttention, 4),
        KeyValuePair.Create(Topics.MarketEvents, 4),
        KeyValuePair.Create(Topics.PlayerUpdates + DeadLetterSuffix, 1),
        KeyValuePair.Create(Topics.MatchUpdates + DeadLetterSuffix, 1),
        KeyValuePair.Create(Topics.LiveRatingUpdates + DeadLetterSuffix, 1),
        KeyValuePair.Create(Topics.PlayerAttention + DeadLetterSuffix, 1),
        KeyValuePair.Create(Topics.MarketEvents + DeadLetterSuffix, 1),
    ]);

    /// <summary>The three topics of events.</summary>
    public static ImmutableArray<string> Events { get; } = [Topics.PlayerUpdates, Topics.MatchUpdates, Topics.LiveRatingUpdates];
}
