using Microsoft.Extensions.Logging;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>The queues of this silo are the partitions that the consumer group has given it.</summary>
internal sealed partial class KafkaQueueBalancer(PartitionTable table, ILogger logger) : IStreamQueueBalancer
{
    private readonly Lock _lock = new();
    private readonly HashSet<IStreamQueueBalanceListener> _listeners = [];

    /// <inheritdoc/>
    public Task Initialize(IStreamQueueMapper queueMapper) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task Shutdown()
    {
        lock (_lock)
            _listeners.Clear();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public IEnumerable<QueueId> GetMyQueues() => table.Serviceable();

    /// <inheritdoc/>
    public bool SubscribeToQueueDistributionChangeEvents(IStreamQueueBalanceListener observer)
    {
        lock (_lock)
            return _listeners.Add(observer);
    }

    /// <inheritdoc/>
    public bool UnSubscribeFromQueueDistributionChangeEvents(IStreamQueueBalanceListener observer)
    {
        lock (_lock)
            return _listeners.Remove(observer);
    }

    /// <summary>
    /// Has the agents follow the partitions. What the listeners return says nothing about agents having stopped: a later notification
    /// supersedes an earlier one. Whoever needs that waits for <see cref="AssignedPartition.AgentGone"/>.
    /// </summary>
    internal async Task NotifyAsync()
    {
        try
        {
            await NotifyListenersAsync();
            if (table.Awaited() is { Count: > 0 } awaited)
            {
                await Task.WhenAll(awaited);
                await NotifyListenersAsync();
            }
        }
        catch (Exception exception)
        {
            LogNotificationFailed(logger, exception);
        }
    }

    private Task NotifyListenersAsync()
    {
        IStreamQueueBalanceListener[] listeners;
        lock (_lock)
            listeners = [.. _listeners];
        return Task.WhenAll(listeners.Select(listener => listener.QueueDistributionChangeNotification()));
    }

    [LoggerMessage(2100, LogLevel.Error, "The pulling agents could not be told of a change of partitions.")]
    private static partial void LogNotificationFailed(ILogger logger, Exception exception);
}
