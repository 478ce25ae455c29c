using Orleans.Providers.Streams.Common;

namespace Orleans.Streaming.Kafka;

/// <summary>Feeds Orleans's instruments of one queue from a partition.</summary>
internal sealed class QueueMonitor(IQueueAdapterReceiverMonitor receiver, ICacheMonitor cache)
{
    private const string Bounds = "CacheBounds";

    internal void Added(CachedRecord record)
    {
        cache.TrackMessagesAdded(1);
        cache.TrackMemoryAllocated(record.Bytes);
    }

    internal void Removed(int records, int bytes)
    {
        cache.TrackMessagesPurged(records);
        cache.TrackMemoryReleased(bytes);
    }

    internal void Taken(IReadOnlyList<CachedRecord> records, RecordWindow window)
    {
        if (records.Count > 0)
            receiver.TrackMessagesReceived(records.Count, records[0].Record.Timestamp.UtcDateTime, records[^1].Record.Timestamp.UtcDateTime);
        cache.ReportCacheSize(window.Bytes);
        cache.ReportMessageStatistics(window.Oldest?.UtcDateTime, window.Oldest?.UtcDateTime, records.Count > 0 ? records[^1].Record.Timestamp.UtcDateTime : null, window.Count);
    }

    internal void Pressure(bool isFull, double share) => cache.TrackCachePressureMonitorStatusChange(Bounds, isFull, null, share, 1);
}
