namespace Orleans.Streaming.Kafka;

/// <summary>One partition as its silo sees it.</summary>
public sealed record KafkaPartitionStatus
{
    /// <summary>The topic.</summary>
    public required string Topic { get; init; }

    /// <summary>The partition.</summary>
    public required int Partition { get; init; }

    /// <summary>The offset of the first record that isn't finished: everything before it is.</summary>
    public required long Watermark { get; init; }

    /// <summary>The offset that the group was last told, or -1 if it has none.</summary>
    public required long Committed { get; init; }

    /// <summary>The offset after the partition's last record, as far as the broker has told.</summary>
    public required long EndOffset { get; init; }

    /// <summary>Records that are not finished: <see cref="EndOffset"/> less <see cref="Watermark"/>.</summary>
    public long Lag => Math.Max(0, EndOffset - Watermark);

    /// <summary>Unfinished records in memory.</summary>
    public required int CachedRecords { get; init; }

    /// <summary>Their bytes.</summary>
    public required long CachedBytes { get; init; }

    /// <summary>Whether Kafka is paused for it, since the bounds of what is kept in memory are reached.</summary>
    public required bool IsPaused { get; init; }

    /// <summary>The time of the oldest unfinished record in memory, or null if there is none.</summary>
    public required DateTimeOffset? OldestUnfinished { get; init; }

    /// <summary>Since when its watermark has been held up by failures, or null.</summary>
    public required DateTimeOffset? StalledSince { get; init; }

    /// <summary>What holds it up, or null.</summary>
    public required string? StallReason { get; init; }

    /// <summary>Nothing is read until an operator has set the group's offset: what the group stands at is no longer in the log.</summary>
    public required bool IsHalted { get; init; }

    /// <summary>Refused records of this partition that the dead-letter topic has acknowledged since the partition came to this silo.</summary>
    public required long DeadLettered { get; init; }
}
