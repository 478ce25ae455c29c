namespace Orleans.Streaming.Kafka;

/// <summary>What keeps a partition's watermark where it is.</summary>
internal sealed record Stall(DateTimeOffset Since, string Where, string Reason);
