namespace Orleans.Streaming.Kafka;

/// <summary>
/// What operators do with one provider, from any silo. Registered as a keyed singleton under the provider's name. Every silo of the
/// cluster must have the provider.
/// </summary>
public interface IKafkaStreamAdmin
{
    /// <summary>The partitions of all silos, by topic and number.</summary>
    Task<IReadOnlyList<KafkaPartitionStatus>> GetStatusAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Sets a topic's partitions to another place, while silos run: deliveries under way end, the group's offsets are set, and reading goes
    /// on from there, for all consumers, those included that are in memory and have been further. It also frees a halted partition.
    /// </summary>
    /// <param name="topic">The topic.</param>
    /// <param name="position">Where to go on from.</param>
    /// <param name="partition">One partition, or null for all.</param>
    /// <param name="cancellationToken">Ends the waiting; what has been asked for goes on.</param>
    /// <returns>The partitions that were set.</returns>
    /// <exception cref="InvalidOperationException">A partition could not be set: the message says which and why. Others may have been.</exception>
    Task<IReadOnlyList<KafkaRewound>> RewindAsync(string topic, KafkaPosition position, int? partition = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes dead letters of a topic back to the partition that they were refused from, with their own key, value and headers, up to what
    /// the dead-letter topic holds now. How far it came is kept as the offsets of the group <c>GROUP.redrive</c>, in the transactions by which
    /// records are written: each is written once, and the next time goes on there. A redrive that begins ends one of the same topic that is
    /// under way.
    /// </summary>
    /// <param name="topic">The topic that records were refused from.</param>
    /// <param name="filter">Which ones; null for all. The others are passed over and are not offered again.</param>
    /// <param name="cancellationToken">Stops before the next transaction.</param>
    /// <exception cref="InvalidOperationException">Another redrive of the topic has begun, or there is no dead-letter topic.</exception>
    Task<KafkaRedriven> RedriveAsync(string topic, Func<KafkaDeadLetter, bool>? filter = null, CancellationToken cancellationToken = default);
}
