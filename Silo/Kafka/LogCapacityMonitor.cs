using Confluent.Kafka;
using ShellCorp.Grains.Log;

namespace ShellCorp.Silo.Kafka;

/// <summary>
/// Holds new events back while a partition's slowest consumer group has more waiting than the limit: what retention drops before it is read is
/// lost. Records are counted with the mean size of those that this silo wrote.
/// </summary>
public sealed class LogCapacityMonitor(
    LogInspector inspector,
    KafkaEventLog log,
    KafkaOptions options,
    TimeProvider time,
    ILogger<LogCapacityMonitor> logger) : BackgroundService, ILogCapacity
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(5);
    private long _lastLook = time.GetTimestamp();
    private volatile bool _full;

    /// <summary>Also while the last look is too old to be trusted: events that nobody watches could push out unread ones.</summary>
    public TimeSpan? HoldBack => _full || time.GetElapsedTime(Interlocked.Read(ref _lastLook)) > Stale ? RetryAfter : null;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Set(await FindFullAsync());
                Interlocked.Exchange(ref _lastLook, time.GetTimestamp());
            }
            catch (Exception exception)
            {
                _full = true;
                logger.LogBacklogUnknown(exception);
            }
        }
    }

    private void Set((string Group, TopicPartition Partition, long Bytes)? full)
    {
        if (full is { } found && !_full)
            logger.LogHeldBack(found.Bytes, found.Partition.Topic, found.Partition.Partition.Value, found.Group, options.BacklogBytesPerPartition);
        else if (full is null && _full)
            logger.LogTakenAgain();
        _full = full is not null;
    }

    private async Task<(string Group, TopicPartition Partition, long Bytes)?> FindFullAsync()
    {
        // Brokers in memory drop what a projection hasn't read. Others keep it, and a database that is away doesn't stop live ratings.
        foreach (var group in options.IsEmbedded ? ConsumedTopics.All(options) : ConsumedTopics.Streams(options))
        {
            foreach (var (partition, lag) in await inspector.GetLagAsync(group))
            {
                var bytes = lag * log.MeanRecordBytes(partition.Topic);
                if (bytes > options.BacklogBytesPerPartition)
                    return (group.GroupId, partition, bytes);
            }
        }

        return null;
    }
}
