namespace Kafka.Embedded;

/// <summary>How an <see cref="EmbeddedKafka"/> starts. Checked by <see cref="EmbeddedKafka.Start"/>.</summary>
public sealed class EmbeddedKafkaOptions
{
    /// <summary>The most brokers one cluster can have.</summary>
    public const int MaximumBrokers = 32;

    /// <summary>The most partitions one topic can have.</summary>
    public const int MaximumPartitions = 1024;

    /// <summary>Number of brokers; their ids count from 1. From 1 to <see cref="MaximumBrokers"/>. Default 1.</summary>
    public int Brokers { get; set; } = 1;

    /// <summary>
    /// Partitions of a topic that <see cref="EmbeddedKafka.CreateTopic"/> is not told a count for. From 1 to
    /// <see cref="MaximumPartitions"/>. Default 4. A topic that a client brings about by its first use always has
    /// <see cref="EmbeddedKafka.AutoCreatedPartitions"/>, whatever is set here.
    /// </summary>
    public int DefaultPartitions { get; set; } = 4;

    /// <summary>
    /// How long a consumer group that has no members waits for more of them after the first has joined. Zero or more. Default
    /// 200 ms; a real broker's is 3 s. It says nothing about later rebalances: see <see cref="EmbeddedKafka"/>.
    /// </summary>
    public TimeSpan GroupInitialRebalanceDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    internal void Validate()
    {
        ThrowIfOutside(Brokers, 1, MaximumBrokers, nameof(Brokers));
        ThrowIfOutside(DefaultPartitions, 1, MaximumPartitions, nameof(DefaultPartitions));
        Milliseconds.From(GroupInitialRebalanceDelay, nameof(GroupInitialRebalanceDelay));
    }

    internal static void ThrowIfOutside(int value, int low, int high, string name)
    {
        if (value < low || value > high)
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {low} to {high}.");
    }
}
