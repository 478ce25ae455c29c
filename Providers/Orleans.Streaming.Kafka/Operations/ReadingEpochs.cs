namespace Orleans.Streaming.Kafka;

/// <summary>
/// Which reading of a partition a token is of, by topic and partition. A rewind begins a new one: the tokens of consumers in memory are of
/// an earlier one then, and say nothing about what they are to get now. Partitions that were never rewound are in epoch 0.
/// </summary>
[GenerateSerializer]
[Immutable]
[Alias("orleans.streaming.kafka.epochs.v1")]
internal sealed record ReadingEpochs([property: Id(0)] Dictionary<string, Dictionary<int, long>> ByTopic)
{
    internal static ReadingEpochs None { get; } = new([]);

    internal long Of(string topic, int partition) => ByTopic.GetValueOrDefault(topic)?.GetValueOrDefault(partition) ?? 0;

    /// <summary>The later of both epochs for every partition.</summary>
    internal ReadingEpochs Merge(ReadingEpochs other)
    {
        var merged = ByTopic.ToDictionary(topic => topic.Key, topic => new Dictionary<int, long>(topic.Value));
        foreach (var (topic, partitions) in other.ByTopic)
        {
            var known = merged.TryGetValue(topic, out var present) ? present : merged[topic] = [];
            foreach (var (partition, epoch) in partitions)
                known[partition] = Math.Max(epoch, known.GetValueOrDefault(partition));
        }

        return new ReadingEpochs(merged);
    }
}
