using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>Settings of one Kafka stream provider. Checked when the silo or client starts.</summary>
public sealed class KafkaStreamOptions
{
    /// <summary>Kafka's addresses, <c>host:port,host:port</c>. Required.</summary>
    public string BootstrapServers { get; set; } = "";

    /// <summary>The consumer group; all silos of a cluster share it. Required on silos.</summary>
    public string GroupId { get; set; } = "";

    /// <summary>
    /// A name of this silo that stays the same over its restarts (Kafka's static membership): a silo that is back within
    /// <c>session.timeout.ms</c> keeps its partitions without a rebalance. The other side of it: nobody else gets them before that time is over,
    /// after a planned stop neither. Default: none.
    /// </summary>
    public string? GroupInstanceId { get; set; }

    /// <summary>The topics. At least one.</summary>
    public IList<KafkaTopicOptions> Topics { get; set; } = [];

    /// <summary>Where the group begins in a partition without a committed offset. Default: <see cref="KafkaStartPosition.Earliest"/>.</summary>
    public KafkaStartPosition StartPosition { get; set; } = KafkaStartPosition.Earliest;

    /// <summary>
    /// Whether consumers keep the position that they have reached, which spares a consumer that stays in memory what it has taken
    /// already when its partition moves, and lets it resume at a token. Default true. Must be false with
    /// <see cref="KafkaTopicOptions.StreamKeyHeader"/>.
    /// </summary>
    public bool Rewindable { get; set; } = true;

    /// <summary>
    /// How subscriptions are found. Default <see cref="StreamPubSubType.ImplicitOnly"/>; the other kinds allow explicit
    /// subscriptions and write a grain state per stream to the storage provider named <c>PubSubStore</c>.
    /// </summary>
    public StreamPubSubType PubSub { get; set; } = StreamPubSubType.ImplicitOnly;

    /// <summary>
    /// Settings of librdkafka by their own names, for consumer and producers alike: TLS, SASL, session and fetch settings. They win
    /// over this provider's defaults, but for those that its promises rest on, which are refused.
    /// </summary>
    public IDictionary<string, string> Librdkafka { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Most records that one partition keeps unfinished before Kafka is paused for it. Default 10,000.</summary>
    public int MaxCachedRecords { get; set; } = 10_000;

    /// <summary>
    /// Most bytes of memory that the unfinished records of one partition take before Kafka is paused for it, together with the items made of
    /// them. An estimate: three times key, value and headers, and 700 bytes a record. Default 16 MiB.
    /// </summary>
    public long MaxCachedBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Most consecutive records of one stream that are handed over as one batch. Default 256.</summary>
    public int MaxBatchRecords { get; set; } = 256;

    /// <summary>Most bytes (keys, values, headers) of one batch; a single record may be larger. Default 1 MiB.</summary>
    public int MaxBatchBytes { get; set; } = 1024 * 1024;

    /// <summary>What is added to a topic's name for the topic of its refused records. Default <c>.dlq</c>.</summary>
    public string DeadLetterSuffix { get; set; } = ".dlq";

    /// <summary>Pause before the first retry of a failed delivery; it doubles with every failure. Default 100 ms.</summary>
    public TimeSpan RetryBackoffMin { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Longest pause between retries. Default 30 s.</summary>
    public TimeSpan RetryBackoffMax { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often finished offsets are committed. Default 1 s.</summary>
    public TimeSpan CommitInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long a partition that is given up waits for the deliveries under way; what isn't finished by then is delivered again by its
    /// next owner. Default 20 s.
    /// </summary>
    public TimeSpan QuiesceTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a consumer that doesn't answer where it stands may hold up its partition's reading. Default 5 s.</summary>
    public TimeSpan HandshakeTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Exceptions of consumers, those derived from them included, that refuse a record for good, beside
    /// <see cref="RecordRefusedException"/>. Every other exception is retried.
    /// </summary>
    public ICollection<Type> RefusedExceptionTypes { get; set; } = [];
}
