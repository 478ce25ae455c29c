using Confluent.Kafka;
using Kafka.Embedded.Native;

namespace Kafka.Embedded;

public sealed partial class EmbeddedKafka
{
    /// <summary>
    /// Moves a partition's leader and raises the leader's epoch; nothing is lost. A partition can't be left without a leader: librdkafka
    /// ends the process when a client then writes to it.
    /// </summary>
    /// <exception cref="InvalidOperationException"><see cref="CreateTopic"/> has not made the topic.</exception>
    public void SetPartitionLeader(string topic, int partition, int broker)
        => ThrowIfError(
            NativeMethods.SetPartitionLeader(Cluster, topic, Existing(topic, partition), Existing(broker)),
            $"The leader of {topic} [{partition}] could not be set to broker {broker}");

    /// <summary>Names the broker that consumers should rather fetch a partition from than from its leader; null for the leader.</summary>
    /// <exception cref="InvalidOperationException"><see cref="CreateTopic"/> has not made the topic.</exception>
    public void SetPartitionFollower(string topic, int partition, int? broker)
        => ThrowIfError(
            NativeMethods.SetPartitionFollower(Cluster, topic, Existing(topic, partition), broker is { } id ? Existing(id) : NoBroker),
            $"The follower of {topic} [{partition}] could not be set to broker {broker}");

    /// <summary>
    /// The next requests of a kind that name a partition get these errors for it, in this order, one each; what else they name is not
    /// affected. Only <see cref="KafkaApi.Produce"/> and <see cref="KafkaApi.Fetch"/> heed it.
    /// </summary>
    /// <exception cref="InvalidOperationException"><see cref="CreateTopic"/> has not made the topic.</exception>
    /// <exception cref="PlatformNotSupportedException">On Apple silicon.</exception>
    public void PushPartitionErrors(string topic, int partition, KafkaApi api, params ReadOnlySpan<ErrorCode> errors)
    {
        ThrowIfVariadicDiffers();
        foreach (var error in errors)
        {
            ThrowIfError(
                NativeMethods.PushPartitionError(Cluster, topic, Existing(topic, partition), Known(api), 1, error),
                $"{error} could not be pushed for {topic} [{partition}]");
        }
    }

    /// <summary>Metadata names this error for a topic until it is set to <see cref="ErrorCode.NoError"/>.</summary>
    /// <exception cref="InvalidOperationException"><see cref="CreateTopic"/> has not made the topic.</exception>
    public void SetTopicError(string topic, ErrorCode error)
    {
        Existing(topic, partition: 0);
        NativeMethods.SetTopicError(Cluster, topic, error);
    }

    /// <summary>Drops a partition's records below an offset, as retention would, but for a batch that reaches over it.</summary>
    /// <exception cref="InvalidOperationException"><see cref="CreateTopic"/> has not made the topic.</exception>
    /// <exception cref="KafkaException">The offset is beyond the partition's end.</exception>
    public void DeleteRecordsBefore(string topic, int partition, long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ThrowIfError(
            NativeMethods.DeleteRecords(Cluster, topic, Existing(topic, partition), offset),
            $"Records of {topic} [{partition}] before offset {offset} could not be deleted");
    }

    private int Existing(string topic, int partition)
    {
        ArgumentNullException.ThrowIfNull(topic);
        if (!Topics.TryGetValue(topic, out var partitions))
            throw new InvalidOperationException($"Topic '{topic}' is not one that CreateTopic has made: {string.Join(", ", Topics.Keys)}.");
        EmbeddedKafkaOptions.ThrowIfOutside(partition, 0, partitions - 1, nameof(partition));
        return partition;
    }
}
