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
    DeepCopier Copier,
    SubscriberAddresses? Addresses,
    KafkaStreamMetrics Metrics,
    TimeProvider Time,
    ILogger Logger);
