using System.Collections.Concurrent;
using System.Collections.Immutable;
using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace ShellCorp.Silo.Kafka;

/// <summary>Asks the brokers how long the topics are and how far the consumer groups are behind.</summary>
public sealed class LogInspector : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MetadataAge = TimeSpan.FromSeconds(10);
    private readonly TimeProvider _time;
    private readonly IAdminClient _admin;
    private readonly ConcurrentDictionary<string, Known> _partitions = new(StringComparer.Ordinal);
#pragma warning disable CA2213 // Who waits for it is told after the end, and it holds no wait handle.
    private readonly SemaphoreSlim _turn = new(1);
#pragma warning restore CA2213
    private bool _isDisposed;

    /// <summary>Connects lazily.</summary>
    public LogInspector(KafkaOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _time = time;
        _admin = new AdminClientBuilder(new AdminClientConfig(options.ToLibrdkafka())).Build();
    }

    /// <summary>The end offset of each partition of the topics.</summary>
    /// <exception cref="KafkaException">A topic doesn't exist, or the brokers don't answer.</exception>
    public async Task<IReadOnlyDictionary<TopicPartition, long>> GetEndOffsetsAsync(IEnumerable<string> topics)
    {
        ArgumentNullException.ThrowIfNull(topics);
        var answer = await InTurnAsync(() =>
        {
            var latest = from topic in topics
                         from partition in PartitionsOf(topic)
                         select new TopicPartitionOffsetSpec { TopicPartition = partition, OffsetSpec = OffsetSpec.Latest() };
            return _admin.ListOffsetsAsync(latest.ToArray(), new ListOffsetsOptions { RequestTimeout = Timeout });
        });
        return answer.ResultInfos.ToDictionary(
            info => info.TopicPartitionOffsetError.TopicPartition,
            info => info.TopicPartitionOffsetError.Offset.Value);
    }

    /// <summary>How many records of each partition the group has not finished; where it has committed nothing yet, all of them.</summary>
    public async Task<IReadOnlyDictionary<TopicPartition, long>> GetLagAsync(ConsumedTopics group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var committed = await GetCommittedAsync(group);
        var ends = await GetEndOffsetsAsync(group.Topics);
        return ends.ToDictionary(end => end.Key, end => end.Value - committed.GetValueOrDefault(end.Key));
    }

    /// <summary>Waits for the request under way, which has a time-out: librdkafka crashes where its client goes away under a request.</summary>
    public void Dispose()
    {
        _turn.Wait();
        if (!_isDisposed)
            _admin.Dispose();
        _isDisposed = true;
        _turn.Release();
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> ask)
    {
        await _turn.WaitAsync();
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return await ask();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Dictionary<TopicPartition, long>> GetCommittedAsync(ConsumedTopics group)
    {
        var answer = await InTurnAsync(() => _admin.ListConsumerGroupOffsetsAsync(
            [new ConsumerGroupTopicPartitions(group.GroupId, [.. group.Topics.SelectMany(topic => PartitionsOf(topic))])],
            new ListConsumerGroupOffsetsOptions { RequestTimeout = Timeout }));
        return answer[0].Partitions
            .Where(partition => partition.Offset >= 0)
            .ToDictionary(partition => partition.TopicPartition, partition => partition.Offset.Value);
    }

    /// <summary>Asked again after some seconds, so that partitions added at run time are found.</summary>
    private ImmutableArray<TopicPartition> PartitionsOf(string topic)
    {
        if (_partitions.TryGetValue(topic, out var known) && _time.GetElapsedTime(known.Since) < MetadataAge)
            return known.Partitions;

        var metadata = _admin.GetMetadata(topic, Timeout).Topics.Single();
        if (metadata.Error.IsError)
            throw new KafkaException(new Error(metadata.Error.Code, $"Topic '{topic}': {metadata.Error.Reason}"));
        ImmutableArray<TopicPartition> partitions = [.. metadata.Partitions.Select(partition => new TopicPartition(topic, partition.PartitionId))];
        _partitions[topic] = new(partitions, _time.GetTimestamp());
        return partitions;
    }

    private sealed record Known(ImmutableArray<TopicPartition> Partitions, long Since);
}
