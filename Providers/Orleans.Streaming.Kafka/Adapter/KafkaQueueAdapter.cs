using System.Collections.Concurrent;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>Writes what is sent through streams to Kafka, and gives pulling agents their partitions.</summary>
internal sealed class KafkaQueueAdapter(KafkaStreamsRuntime runtime) : IQueueAdapter, IQueueAdapterCache
{
    // An agent asks for its cache first and for its receiver next; they must be of one assignment.
    private readonly ConcurrentDictionary<QueueId, PartitionReceiver> _attached = new();

    /// <inheritdoc/>
    public string Name => runtime.Name;

    /// <inheritdoc/>
    public bool IsRewindable => runtime.Options.Rewindable;

    /// <inheritdoc/>
    public StreamProviderDirection Direction => StreamProviderDirection.ReadWrite;

    /// <inheritdoc/>
    public async Task QueueMessageBatchAsync<T>(StreamId streamId, IEnumerable<T> events, StreamSequenceToken? token, Dictionary<string, object>? requestContext)
    {
        if (token is not null)
            throw new ArgumentException("Kafka gives every record its offset; a token can't be sent along.", nameof(token));
        var topic = TopicOf(streamId);
        List<Task> writes = [];
        foreach (var item in events)
        {
            ArgumentNullException.ThrowIfNull(item, nameof(events));
            writes.Add(WriteAsync(topic, streamId, item, requestContext));
        }

        await Task.WhenAll(writes);
    }

    /// <inheritdoc/>
    public IQueueCache CreateQueueCache(QueueId queueId)
    {
        if (runtime.Table.Attach(queueId) is not { } receiver)
        {
            _attached.TryRemove(queueId, out _);
            return new UnassignedQueue();
        }

        _attached[queueId] = receiver;
        return receiver;
    }

    /// <inheritdoc/>
    public IQueueAdapterReceiver CreateReceiver(QueueId queueId)
        => _attached.TryRemove(queueId, out var receiver) ? receiver : new UnassignedQueue();

    private async Task WriteAsync(KafkaTopicOptions topic, StreamId streamId, object item, Dictionary<string, object>? requestContext)
    {
        var record = runtime.Serializer.Serialize(streamId, item, requestContext);
        var streamKey = streamId.Key.ToArray();
        var key = topic.StreamKeyHeader is null ? record.Key ?? streamKey : record.Key;
        List<KafkaHeader> headers = [.. record.Headers, .. runtime.Context.Headers.ToHeaders(requestContext)];
        if (topic.StreamKeyHeader is { } header)
            headers.Add(new(header, streamKey));
        using var span = RecordContext.StartSend(topic.Name, headers);
        await runtime.Producer.ProduceAsync(topic.Name, key, record.Value, headers, CancellationToken.None);
    }

    private KafkaTopicOptions TopicOf(StreamId streamId)
    {
        var space = streamId.GetNamespace();
        return runtime.Options.Topics.FirstOrDefault(topic => topic.StreamNamespace == space)
            ?? throw new ArgumentException(
                $"Provider '{Name}' has no topic for stream namespace '{space}'; it has {string.Join(", ", runtime.Options.Topics.Select(topic => $"'{topic.StreamNamespace}'"))}.",
                nameof(streamId));
    }
}
