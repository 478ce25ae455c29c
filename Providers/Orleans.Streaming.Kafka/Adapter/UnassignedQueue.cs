using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>What an agent gets whose partition was given up while the agent started: nothing, until it is stopped.</summary>
internal sealed class UnassignedQueue : IQueueAdapterReceiver, IQueueCache
{
    /// <inheritdoc/>
    public Task Initialize(TimeSpan timeout) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<IList<IBatchContainer>> GetQueueMessagesAsync(int maxCount) => Task.FromResult<IList<IBatchContainer>>([]);

    /// <inheritdoc/>
    public Task MessagesDeliveredAsync(IList<IBatchContainer> messages) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task Shutdown(TimeSpan timeout) => Task.CompletedTask;

    /// <inheritdoc/>
    public int GetMaxAddCount() => int.MaxValue;

    /// <inheritdoc/>
    public bool IsUnderPressure() => false;

    /// <inheritdoc/>
    public void AddToCache(IList<IBatchContainer> messages)
    {
        // There are none.
    }

    /// <inheritdoc/>
    public bool TryPurgeFromCache(out IList<IBatchContainer> purgedItems)
    {
        purgedItems = [];
        return false;
    }

    /// <inheritdoc/>
    public IQueueCacheCursor GetCacheCursor(StreamId streamId, StreamSequenceToken? token)
        => throw new InvalidOperationException($"Stream {streamId} has no record here: its partition is not this silo's.");
}
