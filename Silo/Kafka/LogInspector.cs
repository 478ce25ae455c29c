using System.Collections.Concurrent;
using System.Collections.Immutable;
using Confluent.Kafka;

namespace ShellCorp.Silo.Kafka;

/// <summary>
/// Asks the brokers how long the topics are and how far the consumer groups are behind. It asks as a consumer that joins no group: the admin
/// client's requests of the same kind abort the process, or are never answered again, after brokers were away for longer than their time-out
/// (librdkafka issue 4605).
/// </summary>
public sealed class LogInspector : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private const string LogReader = "shellcorp.log-reader";
    // Kafka's protocol takes it for the end.
    private static readonly Timestamp Latest = new(-1, TimestampType.NotAvailable);
    private static readonly TimeSpan MetadataAge = TimeSpan.FromSeconds(10);
    private readonly TimeProvider _time;
    private readonly Dictionary<string, string> _settings;
    private readonly IAdminClient _admin;
    private readonly Dictionary<string, IConsumer<Ignore, Ignore>> _consumers = new(StringComparer.Ordinal);
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
        _settings = options.ToLibrdkafka();
        _admin = new AdminClientBuilder(new AdminClientConfig(_settings)).Build();
    }

    /// <summary>The end offset of each partition of the topics.</summary>
    /// <exception cref="KafkaException">A topic doesn't exist, or the brokers don't answer.</exception>
    public async Task<IReadOnlyDictionary<TopicPartition, long>> GetEndOffsetsAsync(IEnumerable<string> topics)
    {
        ArgumentNullException.ThrowIfNull(topics);
        return await InTurnAsync(() => EndOffsets(Consumer(LogReader), topics));
    }

    /// <summary>
    /// How many records of each partition the group has not finished; all of them where it has committed nothing yet, or stands behind the
    /// end, in a topic that has been made anew since.
    /// </summary>
    public async Task<IReadOnlyDictionary<TopicPartition, long>> GetLagAsync(ConsumedTopics group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return await InTurnAsync(() =>
        {
            var consumer = Consumer(group.GroupId);
            var committed = Committed(consumer, group.Topics);
            return EndOffsets(consumer, group.Topics).ToDictionary(
                end => end.Key, end => committed.GetValueOrDefault(end.Key) is var reached && reached <= end.Value ? end.Value - reached : end.Value);
        });
    }

    /// <summary>Waits for the request under way, which has a time-out: librdkafka crashes where its client goes away under a request.</summary>
    public void Dispose()
    {
        _turn.Wait();
        if (!_isDisposed)
        {
            foreach (var consumer in _consumers.Values)
                consumer.Dispose();
            _admin.Dispose();
        }

        _isDisposed = true;
        _turn.Release();
    }

    private async Task<T> InTurnAsync<T>(Func<T> ask)
    {
        await _turn.WaitAsync();
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            // It blocks until the brokers answer.
            return await Task.Run(ask);
        }
        finally
        {
            _turn.Release();
        }
    }

    private IConsumer<Ignore, Ignore> Consumer(string group)
    {
        if (_consumers.TryGetValue(group, out var known))
            return known;
        var config = new ConsumerConfig(new Dictionary<string, string>(_settings, StringComparer.Ordinal)) { GroupId = group, IsolationLevel = IsolationLevel.ReadUncommitted };
        return _consumers[group] = new ConsumerBuilder<Ignore, Ignore>(config).Build();
    }

    private Dictionary<TopicPartition, long> EndOffsets(IConsumer<Ignore, Ignore> consumer, IEnumerable<string> topics)
    {
        var latest = topics.SelectMany(topic => PartitionsOf(topic)).Select(partition => new TopicPartitionTimestamp(partition, Latest));
        return consumer.OffsetsForTimes(latest, Timeout).ToDictionary(end => end.TopicPartition, end => end.Offset.Value);
    }

    private Dictionary<TopicPartition, long> Committed(IConsumer<Ignore, Ignore> consumer, IEnumerable<string> topics) => consumer
        .Committed(topics.SelectMany(topic => PartitionsOf(topic)), Timeout)
        .Where(partition => partition.Offset >= 0)
        .ToDictionary(partition => partition.TopicPartition, partition => partition.Offset.Value);

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
