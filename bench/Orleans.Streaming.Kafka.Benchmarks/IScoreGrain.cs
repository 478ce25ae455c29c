namespace Orleans.Streaming.Kafka.Benchmarks;

/// <summary>Adds up one player's points.</summary>
[Alias("benchmarks.score-grain")]
internal interface IScoreGrain : IGrainWithStringKey;
