using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Orleans.Streaming.Kafka;

/// <summary>Reads past records by consumers of their own, which are members of no group.</summary>
internal sealed class KafkaHistory(KafkaStreamOptions options, ILogger logger) : IHistory
{
    public IHistoryReader Open(string topic, int partition, long from, long end)
    {
        var config = ClientSettings.Consumer(options);
        config.GroupId = options.GroupId + ".catch-up";
        config.GroupInstanceId = null;
        var client = new ConsumerBuilder<byte[]?, byte[]?>(config)
            .SetLogHandler((_, message) => ClientLog.Write(logger, message))
            .Build();
        return new KafkaHistoryReader(client, new TopicPartition(topic, partition), from, end, options.MaxBatchBytes);
    }
}
