using Confluent.Kafka;
using Confluent.Kafka.Admin;
using KafkaErrorCode = Confluent.Kafka.ErrorCode;

namespace Orleans.Streaming.Kafka.Tests;

/// <summary>Administers the Kafka that SHELLCORP_KAFKA names.</summary>
internal sealed class RealKafka(string servers) : IDisposable
{
    private const string DefaultMessageBytes = "1048588";

    private readonly IAdminClient _admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = servers }).Build();

    /// <summary>Makes a topic that takes writes whatever the cluster's defaults are.</summary>
    internal async Task CreateTopicAsync(string name, int partitions, int? maxMessageBytes = null)
    {
        var configs = new Dictionary<string, string> { ["min.insync.replicas"] = "1" };
        if (maxMessageBytes is { } limit)
            configs["max.message.bytes"] = $"{limit}";
        await Eventually.ReachAsync($"topic {name} made", () => TryCreateAsync(new TopicSpecification { Name = name, NumPartitions = partitions, ReplicationFactor = 1, Configs = configs }), made => made);
        await KnownAsync(name, partitions);
    }

    internal async Task DeleteTopicsAsync(params string[] names)
    {
        await _admin.DeleteTopicsAsync(names);
        // Asked for by its name, a topic could come about by being asked for.
        await Eventually.ReachAsync("topics gone", () => _admin.GetMetadata(Eventually.Patience).Topics.Exists(topic => names.Contains(topic.Topic)), exist => !exist);
    }

    internal async Task GrowTopicAsync(string name, int partitions)
    {
        await _admin.CreatePartitionsAsync([new PartitionsSpecification { Topic = name, IncreaseTo = partitions }]);
        await KnownAsync(name, partitions);
    }

    internal Task DeleteRecordsBeforeAsync(string topic, int partition, long offset) => _admin.DeleteRecordsAsync([new TopicPartitionOffset(topic, partition, offset)]);

    /// <summary>A group that has members takes none; the last one may still be on its way out.</summary>
    internal Task SetOffsetAsync(string group, TopicPartitionOffset offset)
        => Eventually.ReachAsync($"{offset} set for {group}", () => TrySetOffsetAsync(group, offset), set => set);

    /// <summary>With one replica and two required, no write with acks=all is taken.</summary>
    internal Task SetWritableAsync(string topic, bool isWritable)
        => _admin.IncrementalAlterConfigsAsync(new()
        {
            // No record is that small. More replicas than there are would be no hindrance: newer brokers ask for no more than the topic has.
            [new ConfigResource { Type = ResourceType.Topic, Name = topic }] =
                [new ConfigEntry { Name = "max.message.bytes", Value = isWritable ? DefaultMessageBytes : "1", IncrementalOperation = AlterConfigOpType.Set }],
        });

    public void Dispose() => _admin.Dispose();

    // One that is being deleted is there until it is gone.
    private async Task<bool> TryCreateAsync(TopicSpecification topic)
    {
        try
        {
            await _admin.CreateTopicsAsync([topic]);
            return true;
        }
        catch (CreateTopicsException exception) when (exception.Results[0].Error.Code == KafkaErrorCode.TopicAlreadyExists)
        {
            return false;
        }
    }

    private async Task<bool> TrySetOffsetAsync(string group, TopicPartitionOffset offset)
    {
        try
        {
            await _admin.AlterConsumerGroupOffsetsAsync([new ConsumerGroupTopicPartitionOffsets(group, [offset])]);
            return true;
        }
        catch (KafkaException exception) when (exception.Error.Code is KafkaErrorCode.NonEmptyGroup or KafkaErrorCode.UnknownMemberId || exception is AlterConsumerGroupOffsetsException)
        {
            return false;
        }
    }

    /// <summary>A real Kafka acknowledges a topic before all brokers know it.</summary>
    private Task<int> KnownAsync(string name, int partitions)
        => Eventually.ReachAsync(
            $"{partitions} partitions of {name} with leaders",
            () => _admin.GetMetadata(name, Eventually.Patience).Topics.Single().Partitions.Count(partition => partition.Leader >= 0),
            count => count == partitions);
}
