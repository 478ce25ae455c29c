using System.Collections.Concurrent;
using Orleans.Providers.Streams.Common;
using Orleans.Streams;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// Orleans's own stream instruments (<c>orleans-streams-queue-…</c>), one set a queue. They can't be taken back, so a partition that comes
/// again gets the ones that it had.
/// </summary>
internal sealed class QueueMonitors(OrleansInstruments instruments)
{
    private readonly ConcurrentDictionary<QueueId, QueueMonitor> _monitors = new();

    internal QueueMonitor Of(QueueId queueId) => _monitors.GetOrAdd(queueId, Create);

    private QueueMonitor Create(QueueId queueId)
    {
        var queue = queueId.ToString();
        return new QueueMonitor(
            new DefaultQueueAdapterReceiverMonitor(new ReceiverMonitorDimensions(queue), instruments),
            new DefaultCacheMonitor(new CacheMonitorDimensions(queue, blockPoolId: queue), instruments));
    }
}
