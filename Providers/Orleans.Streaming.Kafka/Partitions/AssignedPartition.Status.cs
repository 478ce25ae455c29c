namespace Orleans.Streaming.Kafka;

/// <content>What it tells of itself.</content>
internal sealed partial class AssignedPartition
{
    private long _knownEnd;

    /// <summary>The offset after the last record as somebody has asked the broker for it.</summary>
    internal long KnownEnd
    {
        get => Volatile.Read(ref _knownEnd);
        set => Volatile.Write(ref _knownEnd, value);
    }

    internal bool IsPaused
    {
        get
        {
            lock (Gate)
                return _resume is not null;
        }
    }

    internal KafkaPartitionStatus GetStatus(long endOffset)
    {
        lock (Gate)
        {
            var stall = FirstStall();
            return new KafkaPartitionStatus
            {
                Topic = Topic,
                Partition = Partition,
                Watermark = _window.Watermark,
                Committed = Committed,
                EndOffset = Math.Max(endOffset, _window.End),
                CachedRecords = _window.Count,
                CachedBytes = _window.Bytes,
                IsPaused = _resume is not null,
                OldestUnfinished = _window.Oldest,
                StalledSince = stall?.Since,
                StallReason = stall is null ? null : $"{stall.Where}: {stall.Reason}",
                IsHalted = _halt is not null,
                DeadLettered = DeadLettered,
            };
        }
    }

    private Stall? FirstStall()
    {
        var failing = _failing.MinBy(cursor => cursor.Retry.FailingSince);
        var delivery = failing?.Retry is { FailingSince: { } since, Reason: { } reason } ? new Stall(since, failing.Backlog.StreamId.ToString(), reason) : null;
        return new[] { _halt, delivery, _deadLetterFailure }.OfType<Stall>().MinBy(stall => stall.Since);
    }
}
