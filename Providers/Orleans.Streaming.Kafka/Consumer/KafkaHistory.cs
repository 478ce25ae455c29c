using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Orleans.Streaming.Kafka;

/// <summary>Reads past records by consumers of their own, which are members of no group.</summary>
internal sealed class KafkaHistory(KafkaStreamOptions options, TopicIdentities topics, ILogger logger) : IHistory
{
    public IHistoryReader Open(string topic, int partition, long from, long end)
    {
        var config = TopicIdentities.Named(ClientSettings.Consumer(options));
        config.GroupId = options.GroupId + ".catch-up";
        config.GroupInstanceId = null;
        var client = new ConsumerBuilder<byte[]?, byte[]?>(config)
            .SetLogHandler((_, message) =>
            {
                topics.Hear(message);
                ClientLog.Write(logger, options, message);
            })
            .Build();
        return new KafkaHistoryReader(client, topics, new TopicPartition(topic, partition), from, end, options.MaxBatchBytes);
    }
}
