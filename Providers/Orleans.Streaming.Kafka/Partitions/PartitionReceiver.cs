using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>A pulling agent's view of its partition, from the agent's start to its stop.</summary>
internal sealed class PartitionReceiver(AssignedPartition partition, TaskCompletionSource gone) : IQueueAdapterReceiver, IQueueCache
{
    /// <inheritdoc/>
    public Task Initialize(TimeSpan timeout) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<IList<IBatchContainer>> GetQueueMessagesAsync(int maxCount) => GetQueueMessagesAsync(maxCount, CancellationToken.None);

    /// <inheritdoc/>
    public Task<IList<IBatchContainer>> GetQueueMessagesAsync(int maxCount, CancellationToken cancellationToken)
        => gone.Task.IsCompleted ? Task.FromResult<IList<IBatchContainer>>([]) : partition.TakeAsync(cancellationToken);

    /// <inheritdoc/>
    public Task MessagesDeliveredAsync(IList<IBatchContainer> messages) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task Shutdown(TimeSpan timeout)
    {
        gone.TrySetResult();
        return Task.CompletedTask;
    }

    /// <summary>The partition bounds itself by pausing Kafka, and the agent must be able to ask when the cache is full: retries come that way.</summary>
    public int GetMaxAddCount() => int.MaxValue;

    /// <inheritdoc/>
    public bool IsUnderPressure() => false;

    /// <inheritdoc/>
    public void AddToCache(IList<IBatchContainer> messages)
    {
        // They are in the partition already.
    }

    /// <inheritdoc/>
    public bool TryPurgeFromCache(out IList<IBatchContainer> purgedItems)
    {
        purgedItems = [];
        return false;
    }

    /// <inheritdoc/>
    public IQueueCacheCursor GetCacheCursor(Orleans.Runtime.StreamId streamId, StreamSequenceToken? token) => partition.Open(streamId, token);

    /// <inheritdoc/>
    public QueueCacheCursorResult<IQueueCacheCursor> TryGetCacheCursor(Orleans.Runtime.StreamId streamId, StreamSequenceToken? token)
        => QueueCacheCursorResult<IQueueCacheCursor>.FromCursor(partition.Open(streamId, token));

    /// <inheritdoc/>
    public QueueCacheCursorResult<IQueueCacheCursor> TryGetCacheCursorAtPosition(Orleans.Runtime.StreamId streamId, StreamSubscriptionStartPosition startPosition)
        => QueueCacheCursorResult<IQueueCacheCursor>.FromCursor(partition.Open(streamId, startPosition));
}
