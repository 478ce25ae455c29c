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
    /// How many partitions a topic can have after <see cref="EmbeddedKafka.GrowTopic"/>. Zero, the default, for none to grow, or up to
    /// <see cref="MaximumPartitions"/>. The mock can't add partitions: above zero each topic has that many from the start, and clients
    /// are connected through a relay in this process that shows them fewer, which costs throughput and shuts out clients that know no
    /// Metadata request of version 9 (kcat 1.7.1 is one). Meant for tests.
    /// </summary>
    public int PartitionsToGrowTo { get; set; }

    /// <summary>
    /// How long a consumer group that has no members waits for more of them after the first has joined. Zero or more. Default
    /// 200 ms; a real broker's is 3 s. Later rebalances of a classic group take the
    /// members' <c>session.timeout.ms</c> less one second.
    /// </summary>
    public TimeSpan GroupInitialRebalanceDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// How often members under <c>group.protocol=consumer</c> have to show up, which is also how soon they learn of a rebalance.
    /// Above zero. Default 500 ms; a real broker's is 5 s.
    /// </summary>
    public TimeSpan ConsumerProtocolHeartbeatInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How long a member under <c>group.protocol=consumer</c> may be silent before the group gives it up. Above
    /// <see cref="ConsumerProtocolHeartbeatInterval"/>. Default 10 s; a real broker's is 45 s.
    /// </summary>
    public TimeSpan ConsumerProtocolSessionTimeout { get; set; } = TimeSpan.FromSeconds(10);

    internal EmbeddedKafkaOptions Copy() => (EmbeddedKafkaOptions)MemberwiseClone();

    internal void Validate()
    {
        ThrowIfOutside(PartitionsToGrowTo, 0, MaximumPartitions, nameof(PartitionsToGrowTo));
        ThrowIfOutside(Brokers, 1, MaximumBrokers, nameof(Brokers));
        ThrowIfOutside(DefaultPartitions, 1, MaximumPartitions, nameof(DefaultPartitions));
        Milliseconds.From(GroupInitialRebalanceDelay, nameof(GroupInitialRebalanceDelay));
        Milliseconds.From(ConsumerProtocolSessionTimeout, nameof(ConsumerProtocolSessionTimeout));
        if (ConsumerProtocolHeartbeatInterval <= TimeSpan.Zero || ConsumerProtocolHeartbeatInterval >= ConsumerProtocolSessionTimeout)
        {
            throw new ArgumentOutOfRangeException(
                nameof(ConsumerProtocolHeartbeatInterval),
                ConsumerProtocolHeartbeatInterval,
                $"{nameof(ConsumerProtocolHeartbeatInterval)} must be above zero and below {nameof(ConsumerProtocolSessionTimeout)}, {ConsumerProtocolSessionTimeout}.");
        }
    }

    internal static void ThrowIfOutside(int value, int low, int high, string name)
    {
        if (value < low || value > high)
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {low} to {high}.");
    }
}
