using Microsoft.Extensions.Logging;
using Orleans.Serialization;

namespace Orleans.Streaming.Kafka;

/// <summary>What all partitions of one provider share.</summary>
internal sealed record ProviderContext(
    string Name,
    KafkaStreamOptions Options,
    IKafkaRecordSerializer Serializer,
    RefusalRules Refusals,
    IDeadLetterWriter DeadLetters,
    IHistory History,
    DeepCopier Copier,
    RecordContext Headers,
    SubscriberAddresses? Addresses,
    EpochBook Epochs,
    KafkaStreamMetrics Metrics,
    QueueMonitors Monitors,
    TimeProvider Time,
    ILogger Logger);
