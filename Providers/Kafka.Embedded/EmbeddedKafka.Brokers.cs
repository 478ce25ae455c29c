using Kafka.Embedded.Native;

namespace Kafka.Embedded;

public sealed partial class EmbeddedKafka
{
    /// <summary>
    /// Cuts every connection to a broker and refuses new ones. It stays the leader of its partitions and the coordinator of its
    /// groups; nothing else takes over unless told. Its records stay. No effect on one that is down.
    /// </summary>
    /// <param name="broker">Its id, from 1.</param>
    public void SetBrokerDown(int broker)
        => ThrowIfError(NativeMethods.SetBrokerDown(Cluster, Existing(broker)), $"Broker {broker} could not be taken down");

    /// <summary>Takes a broker up again, on the same port. No effect on one that is up.</summary>
    /// <param name="broker">Its id, from 1.</param>
    public void SetBrokerUp(int broker)
        => ThrowIfError(NativeMethods.SetBrokerUp(Cluster, Existing(broker)), $"Broker {broker} could not be taken up");

    /// <summary>Holds every answer of a broker back for a time, from zero (the default) to 30 minutes.</summary>
    /// <param name="broker">Its id, from 1.</param>
    /// <param name="roundTripTime">Rounded up to milliseconds.</param>
    public void SetRoundTripTime(int broker, TimeSpan roundTripTime)
        => ThrowIfError(
            NativeMethods.SetRoundTripTime(Cluster, Existing(broker), Milliseconds.From(roundTripTime, nameof(roundTripTime))),
            $"The round trip time of broker {broker} could not be set");

    /// <summary>Moves a consumer group's coordinator; without it, a hash of the group's id decides. Members find out by errors.</summary>
    /// <param name="groupId">The group; it needn't be there.</param>
    /// <param name="broker">Its id, from 1.</param>
    public void SetCoordinator(string groupId, int broker)
    {
        ArgumentException.ThrowIfNullOrEmpty(groupId);
        ThrowIfError(
            NativeMethods.SetCoordinator(Cluster, "group", groupId, Existing(broker)),
            $"The coordinator of group '{groupId}' could not be set to broker {broker}");
    }

    // librdkafka aborts the process on some ids that are none of its brokers, so they never get there.
    private int Existing(int broker)
    {
        EmbeddedKafkaOptions.ThrowIfOutside(broker, 1, _options.Brokers, nameof(broker));
        return broker;
    }
}
