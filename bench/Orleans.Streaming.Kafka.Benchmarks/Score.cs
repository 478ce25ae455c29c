namespace Orleans.Streaming.Kafka.Benchmarks;

/// <summary>What a record of the benchmarks says.</summary>
[GenerateSerializer]
[Immutable]
[Alias("benchmarks.score")]
public sealed record Score([property: Id(0)] int Player, [property: Id(1)] int Points, [property: Id(2)] string Remark);
