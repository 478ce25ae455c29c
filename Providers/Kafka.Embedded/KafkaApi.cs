namespace Kafka.Embedded;

/// <summary>Kinds of requests that the mock brokers answer, numbered as in the Kafka protocol (the API key).</summary>
public enum KafkaApi : short
{
    /// <summary>Append records.</summary>
    Produce = 0,

    /// <summary>Read records.</summary>
    Fetch = 1,

    /// <summary>Ask for the oldest or the end offset.</summary>
    ListOffsets = 2,

    /// <summary>Ask for brokers, topics, partitions and leaders. Pushed errors only delay or cut it: see
    /// <see cref="EmbeddedKafka.SetTopicError"/>.</summary>
    Metadata = 3,

    /// <summary>Commit a group's offsets.</summary>
    OffsetCommit = 8,

    /// <summary>Read a group's committed offsets.</summary>
    OffsetFetch = 9,

    /// <summary>Ask which broker coordinates a group or a transaction.</summary>
    FindCoordinator = 10,

    /// <summary>Enter or re-enter a group.</summary>
    JoinGroup = 11,

    /// <summary>A group member's sign of life.</summary>
    Heartbeat = 12,

    /// <summary>Leave a group.</summary>
    LeaveGroup = 13,

    /// <summary>Hand out or receive a group's assignment.</summary>
    SyncGroup = 14,

    /// <summary>Ask what the broker understands: the first request of a connection.</summary>
    ApiVersions = 18,

    /// <summary>Get the id of an idempotent or transactional producer.</summary>
    InitProducerId = 22,

    /// <summary>Ask where a leader's epoch ended.</summary>
    OffsetForLeaderEpoch = 23,

    /// <summary>Take partitions into a transaction.</summary>
    AddPartitionsToTransaction = 24,

    /// <summary>Take a group's offsets into a transaction.</summary>
    AddOffsetsToTransaction = 25,

    /// <summary>Commit or abort a transaction.</summary>
    EndTransaction = 26,

    /// <summary>Commit a group's offsets within a transaction.</summary>
    TransactionOffsetCommit = 28,

    /// <summary>A member's sign of life under <c>group.protocol=consumer</c>.</summary>
    ConsumerGroupHeartbeat = 68,
}
