using Confluent.Kafka;

namespace ShellCorp.Silo.Projection;

/// <summary>A partition that this silo projects. Used by the projector's thread alone.</summary>
internal sealed class ProjectedPartition(TopicPartition partition)
{
    public TopicPartition Key { get; } = partition;

    /// <summary>The id of the topic that the position belongs to; empty where it isn't known.</summary>
    public string TopicId { get; set; } = "";

    /// <summary>The stored position, as far as this silo knows.</summary>
    public long Next { get; set; }

    /// <summary>The offset of the record that is taken next.</summary>
    public long Reading { get; set; }

    /// <summary>The offset after the last record, as far as this silo knows.</summary>
    public long End { get; set; }

    /// <summary>Whether it is read from the stored position on. Records of one that isn't are dropped: they are read again.</summary>
    public bool IsPlaced { get; set; }

    /// <summary>Why it can't be read; null where it can.</summary>
    public string? Halted { get; set; }

    public ProjectedPartitionStatus ToStatus() => new(Key.Topic, Key.Partition.Value, Next, Math.Max(0, End - Next), Halted);
}
