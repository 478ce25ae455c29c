using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Confluent.Kafka;
using Kafka.Embedded.Native;

namespace Kafka.Embedded;

public sealed partial class EmbeddedKafka
{
    /// <summary>Partitions of a topic that a client brings about by its first use; librdkafka has no setting for it.</summary>
    public const int AutoCreatedPartitions = 4;

    private const int MaximumReplication = 3;

    private readonly Lock _topicsLock = new();
    private ImmutableSortedDictionary<string, int> _topics = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>The topics made by <see cref="CreateTopic"/> and their numbers of partitions; not those that clients brought about.</summary>
    public IReadOnlyDictionary<string, int> Topics => Volatile.Read(ref _topics);

    /// <summary>
    /// Makes a topic. Does nothing when this instance has made it with the same number of partitions. Clients' admin requests to
    /// create topics are not answered by the mock, so this is the way; do it before the first client names the topic.
    /// </summary>
    /// <param name="name">1 to 249 letters, digits, dots, underscores and hyphens.</param>
    /// <param name="partitions">Null for <see cref="EmbeddedKafkaOptions.DefaultPartitions"/>.</param>
    /// <param name="replication">Null for three, or the number of brokers where that is less. It moves no data: it says which
    /// brokers are named as replicas.</param>
    /// <exception cref="ArgumentException">The name is not legal in Kafka.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The topic is there with another number of partitions.</exception>
    /// <exception cref="KafkaException">librdkafka refused.</exception>
    public void CreateTopic(string name, int? partitions = null, int? replication = null)
    {
        ThrowIfIllegal(name);
        var count = partitions ?? _options.DefaultPartitions;
        var replicas = replication ?? Math.Min(MaximumReplication, _options.Brokers);
        EmbeddedKafkaOptions.ThrowIfOutside(count, 1, EmbeddedKafkaOptions.MaximumPartitions, nameof(partitions));
        EmbeddedKafkaOptions.ThrowIfOutside(replicas, 1, _options.Brokers, nameof(replication));
        lock (_topicsLock)
        {
            if (IsThere(name, count))
                return;
            _relay?.Show(name, count);
            Create(name, count, replicas);
        }
    }

    /// <summary>
    /// Adds partitions to a topic under its clients, who find them at their next refresh of metadata. Records, committed offsets and the
    /// topic's id stay. Does nothing when it has that many.
    /// </summary>
    /// <param name="name">A topic that <see cref="CreateTopic"/> has made.</param>
    /// <param name="partitions">From what it has now to <see cref="EmbeddedKafkaOptions.PartitionsToGrowTo"/>.</param>
    /// <exception cref="InvalidOperationException">The topic is not there, or <see cref="EmbeddedKafkaOptions.PartitionsToGrowTo"/> is not set.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of its range.</exception>
    public void GrowTopic(string name, int partitions)
    {
        ObjectDisposedException.ThrowIf(_cluster.IsClosed, this);
        if (_relay is null)
            throw new InvalidOperationException($"Topics can grow only when {nameof(EmbeddedKafkaOptions.PartitionsToGrowTo)} was set at the start.");
        lock (_topicsLock)
        {
            Existing(name, partition: 0);
            EmbeddedKafkaOptions.ThrowIfOutside(partitions, _topics[name], Math.Max(_topics[name], _options.PartitionsToGrowTo), nameof(partitions));
            _relay.Show(name, partitions);
            Volatile.Write(ref _topics, _topics.SetItem(name, partitions));
        }
    }

    /// <summary>
    /// Drops a topic with its records and the groups' offsets on it. Making it anew gives it another topic id and offsets from 0.
    /// </summary>
    /// <exception cref="InvalidOperationException"><see cref="CreateTopic"/> has not made it.</exception>
    public void DeleteTopic(string name)
    {
        lock (_topicsLock)
        {
            Existing(name, partition: 0);
            ThrowIfError(NativeMethods.DeleteTopic(Cluster, name), $"Topic '{name}' could not be deleted");
            _relay?.ShowAll(name);
            Volatile.Write(ref _topics, _topics.Remove(name));
        }
    }

    private bool IsThere(string name, int count)
    {
        ObjectDisposedException.ThrowIf(_cluster.IsClosed, this);
        if (!_topics.TryGetValue(name, out var present))
            return false;
        if (present != count)
            throw new InvalidOperationException($"Topic '{name}' has {present} partition(s) and can't be made again with {count}.");
        return true;
    }

    private void Create(string name, int count, int replicas)
    {
        var error = NativeMethods.CreateTopic(Cluster, name, Math.Max(count, _options.PartitionsToGrowTo), replicas);
        if (error != ErrorCode.NoError)
            _relay?.ShowAll(name);
        if (error == ErrorCode.TopicAlreadyExists)
        {
            throw new InvalidOperationException(
                $"Topic '{name}' was brought about by a client's first use, with {AutoCreatedPartitions} partitions, before it was made with {count}: make topics before clients name them.");
        }

        ThrowIfError(error, $"Topic '{name}' with {count} partition(s) could not be made");
        Volatile.Write(ref _topics, _topics.SetItem(name, count));
    }

    private static void ThrowIfIllegal(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!LegalTopicName().IsMatch(name))
            throw new ArgumentException($"'{name}' is no Kafka topic name: 1 to 249 letters, digits, '.', '_' and '-', other than '.' and '..'.", nameof(name));
    }

    [GeneratedRegex(@"\A(?!\.{1,2}\z)[a-zA-Z0-9._-]{1,249}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LegalTopicName();
}
