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

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_set_controller_id")]
    internal static partial void SetController(MockClusterHandle cluster, int broker);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_set_group_consumer_heartbeat_interval_ms")]
    internal static partial void SetConsumerProtocolHeartbeatInterval(MockClusterHandle cluster, int milliseconds);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_set_group_consumer_session_timeout_ms")]
    internal static partial void SetConsumerProtocolSessionTimeout(MockClusterHandle cluster, int milliseconds);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_set_apiversion")]
    internal static partial ErrorCode SetApiVersions(MockClusterHandle cluster, KafkaApi api, short oldest, short newest);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_broker_set_host_port", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void Advertise(MockClusterHandle cluster, int broker, string host, int port);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_topic_create", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ErrorCode CreateTopic(MockClusterHandle cluster, string topic, int partitions, int replication);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_topic_delete", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ErrorCode DeleteTopic(MockClusterHandle cluster, string topic);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_topic_set_error", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SetTopicError(MockClusterHandle cluster, string topic, ErrorCode error);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_partition_set_leader", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ErrorCode SetPartitionLeader(MockClusterHandle cluster, string topic, int partition, int broker);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_partition_set_follower", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ErrorCode SetPartitionFollower(MockClusterHandle cluster, string topic, int partition, int broker);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_partition_delete_records", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ErrorCode DeleteRecords(MockClusterHandle cluster, string topic, int partition, long offset);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_partition_push_request_errors", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ErrorCode PushPartitionError(MockClusterHandle cluster, string topic, int partition, KafkaApi api, nuint count, ErrorCode error);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_broker_set_down")]
    internal static partial ErrorCode SetBrokerDown(MockClusterHandle cluster, int broker);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_broker_set_up")]
    internal static partial ErrorCode SetBrokerUp(MockClusterHandle cluster, int broker);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_broker_set_rtt")]
    internal static partial ErrorCode SetRoundTripTime(MockClusterHandle cluster, int broker, int milliseconds);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_coordinator_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ErrorCode SetCoordinator(MockClusterHandle cluster, string keyType, string key, int broker);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_push_request_errors_array")]
    internal static partial void PushRequestErrors(MockClusterHandle cluster, KafkaApi api, nuint count, ReadOnlySpan<ErrorCode> errors);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_clear_request_errors")]
    internal static partial void ClearRequestErrors(MockClusterHandle cluster, KafkaApi api);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_broker_push_request_error_rtts")]
    internal static partial ErrorCode PushResponse(MockClusterHandle cluster, int broker, KafkaApi api, nuint count, ErrorCode error, int milliseconds);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_broker_error_stack_cnt")]
    internal static partial ErrorCode CountResponses(MockClusterHandle cluster, int broker, KafkaApi api, ref nuint count);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_start_request_tracking")]
    internal static partial void StartRequestTracking(MockClusterHandle cluster);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_stop_request_tracking")]
    internal static partial void StopRequestTracking(MockClusterHandle cluster);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_get_requests")]
    internal static partial nint GetRequests(MockClusterHandle cluster, out nuint count);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_request_destroy_array")]
    internal static partial void DestroyRequests(nint requests, nuint count);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_request_id")]
    internal static partial int RequestBroker(nint request);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_request_api_key")]
    internal static partial short RequestApi(nint request);

    [LibraryImport(LibrdkafkaResolver.LibraryName, EntryPoint = "rd_kafka_mock_request_timestamp")]
    internal static partial long RequestMicroseconds(nint request);
}
