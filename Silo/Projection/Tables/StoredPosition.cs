using Confluent.Kafka;

namespace ShellCorp.Silo.Projection.Tables;

/// <summary>How far a partition is projected.</summary>
internal sealed record StoredPosition
{
    public required string Topic { get; init; }

    public required int Partition { get; init; }

    /// <summary>The offset that comes next.</summary>
    public required long Next { get; init; }

    /// <summary>The id that the broker gave the topic; empty where it isn't known yet, or the broker gives none.</summary>
    public required string TopicId { get; init; }

    /// <summary>Why the log can't be read from here on; null where it can.</summary>
    /// <param name="bounds">What the log holds of the partition.</param>
    /// <param name="topicId">The topic's id now; null where the broker gives none.</param>
    public string? FindGap(WatermarkOffsets bounds, string? topicId)
    {
        const string Remedy = "Rebuild the projection from the log (projection replay).";
        if (TopicId.Length > 0 && topicId is not null && TopicId != topicId)
            return $"The topic was deleted and made anew under its name, so that offsets of before mean nothing in it. {Remedy}";
        if (Next < bounds.Low.Value)
            return $"The projection stands at offset {Next}, and Kafka keeps the partition from {bounds.Low.Value} on: what lies between is gone. {Remedy}";
        return Next > bounds.High.Value
            ? $"The projection stands at offset {Next}, and the partition ends at {bounds.High.Value}: the topic was made anew or cut. {Remedy}"
            : null;
    }
}
