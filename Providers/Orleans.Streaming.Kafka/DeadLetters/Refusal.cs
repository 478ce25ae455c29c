namespace Orleans.Streaming.Kafka;

/// <summary>Why and when a record was refused.</summary>
/// <param name="Reason">One sentence for the reader of the dead-letter topic.</param>
/// <param name="Exception">What was thrown, or null.</param>
/// <param name="Time">When.</param>
internal sealed record Refusal(string Reason, Exception? Exception, DateTimeOffset Time);
