using System.Runtime.InteropServices;
using Confluent.Kafka;

namespace Kafka.Embedded.Native;

/// <summary>
/// The imports of <c>rdkafka_mock.h</c> and the little of <c>rdkafka.h</c> that a host client needs. Handles keep their object
/// alive for the length of a call, so that a disposal on another thread can't pull it away.
/// </summary>
internal static partial class NativeMethods
{
    internal const int Producer = 0;

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_err2str")]
    internal static partial nint ErrorText(ErrorCode error);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_conf_new")]
    internal static partial nint NewConfiguration();

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_conf_destroy")]
    internal static partial void DestroyConfiguration(nint configuration);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_conf_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetConfiguration(nint configuration, string name, string value, Span<byte> error, nuint errorSize);

    /// <summary>Takes the configuration over when it succeeds, and only then.</summary>
    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_new")]
    internal static partial nint NewClient(int type, nint configuration, Span<byte> error, nuint errorSize);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_destroy")]
    internal static partial void DestroyClient(nint client);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_cluster_new")]
    internal static partial nint NewCluster(HostClientHandle host, int brokers);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_cluster_destroy")]
    internal static partial void DestroyCluster(nint cluster);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_cluster_bootstraps")]
    internal static partial nint Bootstraps(MockClusterHandle cluster);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_group_initial_rebalance_delay_ms")]
    internal static partial void SetGroupInitialRebalanceDelay(MockClusterHandle cluster, int milliseconds);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_topic_create", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ErrorCode CreateTopic(MockClusterHandle cluster, string topic, int partitions, int replication);
}
