namespace Orleans.Streaming.Kafka;

/// <summary>What came of writing dead letters back.</summary>
/// <param name="Written">Records written back to their topic.</param>
/// <param name="Skipped">Dead letters that were left: not meant, or without a value that could be found.</param>
public sealed record KafkaRedriven(int Written, int Skipped);
