namespace Orleans.Streaming.Kafka;

/// <summary>A refused record as its dead-letter topic holds it.</summary>
/// <param name="Record">The record in the dead-letter topic, with the headers that tell of its refusal.</param>
public sealed record KafkaDeadLetter(KafkaRecord Record)
{
    /// <summary>The topic that it was refused from.</summary>
    public string? Topic => Record.GetHeaderText(DeadLetterHeaders.Topic);

    /// <summary>The partition that it was refused from.</summary>
    public int? Partition => int.TryParse(Record.GetHeaderText(DeadLetterHeaders.Partition), out var partition) ? partition : null;

    /// <summary>Its offset there.</summary>
    public long? Offset => long.TryParse(Record.GetHeaderText(DeadLetterHeaders.Offset), out var offset) ? offset : null;

    /// <summary>Why it was refused.</summary>
    public string? Reason => Record.GetHeaderText(DeadLetterHeaders.Reason);

    /// <summary>The exception that refused it.</summary>
    public string? Exception => Record.GetHeaderText(DeadLetterHeaders.Exception);

    /// <summary>Whether the value was too large for the dead-letter topic and is only where the record was refused from.</summary>
    public bool IsValueOmitted => Record.TryGetHeader(DeadLetterHeaders.OmittedBytes, out _);
}
