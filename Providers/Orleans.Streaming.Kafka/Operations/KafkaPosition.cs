namespace Orleans.Streaming.Kafka;

/// <summary>A place in a partition that an operator names.</summary>
[GenerateSerializer]
[Immutable]
[Alias("orleans.streaming.kafka.position.v1")]
public sealed record KafkaPosition
{
    private KafkaPosition(KafkaPositionKind kind, long value = 0)
    {
        Kind = kind;
        Value = value;
    }

    /// <summary>The oldest record that Kafka retains.</summary>
    public static KafkaPosition Earliest { get; } = new(KafkaPositionKind.Earliest);

    /// <summary>Behind the newest record: what lies before it is passed over, on the operator's word.</summary>
    public static KafkaPosition End { get; } = new(KafkaPositionKind.End);

    [Id(0)]
    internal KafkaPositionKind Kind { get; private init; }

    [Id(1)]
    internal long Value { get; private init; }

    /// <summary>An offset, which Kafka must retain.</summary>
    public static KafkaPosition At(long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        return new KafkaPosition(KafkaPositionKind.Offset, offset);
    }

    /// <summary>The first record at a time or later; the end if there is none.</summary>
    public static KafkaPosition At(DateTimeOffset time) => new(KafkaPositionKind.Time, time.ToUnixTimeMilliseconds());

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        KafkaPositionKind.Offset => $"offset {Value}",
        KafkaPositionKind.Time => $"{DateTimeOffset.FromUnixTimeMilliseconds(Value):O}",
        _ => Kind.ToString(),
    };
}
