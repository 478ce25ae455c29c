namespace Orleans.Streaming.Kafka;

/// <summary>One partition as its silo sees it.</summary>
[GenerateSerializer]
[Immutable]
[Alias("orleans.streaming.kafka.partition-status.v1")]
public sealed record KafkaPartitionStatus
{
    /// <summary>The topic.</summary>
    [Id(0)]
    public required string Topic { get; init; }

    /// <summary>The partition.</summary>
    [Id(1)]
    public required int Partition { get; init; }

    /// <summary>The offset of the first record that isn't finished: everything before it is.</summary>
    [Id(2)]
    public required long Watermark { get; init; }

    /// <summary>The offset that the group was last told, or -1 if it has none.</summary>
    [Id(3)]
    public required long Committed { get; init; }

    /// <summary>The offset after the partition's last record, as far as the broker has told.</summary>
    [Id(4)]
    public required long EndOffset { get; init; }

    /// <summary>Records that are not finished: <see cref="EndOffset"/> less <see cref="Watermark"/>.</summary>
    public long Lag => Math.Max(0, EndOffset - Watermark);

    /// <summary>Unfinished records in memory.</summary>
    [Id(5)]
    public required int CachedRecords { get; init; }

    /// <summary>What they take in memory, as <see cref="KafkaStreamOptions.MaxCachedBytes"/> counts it.</summary>
    [Id(6)]
    public required long CachedBytes { get; init; }

    /// <summary>Whether Kafka is paused for it, since the bounds of what is kept in memory are reached.</summary>
    [Id(7)]
    public required bool IsPaused { get; init; }

    /// <summary>The time of the oldest unfinished record in memory, or null if there is none.</summary>
    [Id(8)]
    public required DateTimeOffset? OldestUnfinished { get; init; }

    /// <summary>Since when its watermark has been held up by failures, or null.</summary>
    [Id(9)]
    public required DateTimeOffset? StalledSince { get; init; }

    /// <summary>What holds it up, or null.</summary>
    [Id(10)]
    public required string? StallReason { get; init; }

    /// <summary>Nothing is read until an operator has set the group's offset: what the group stands at is no longer in the log.</summary>
    [Id(11)]
    public required bool IsHalted { get; init; }

    /// <summary>Refused records of this partition that the dead-letter topic has acknowledged since the partition came to this silo.</summary>
    [Id(12)]
    public required long DeadLettered { get; init; }
}
