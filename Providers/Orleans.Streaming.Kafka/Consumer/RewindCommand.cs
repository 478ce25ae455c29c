namespace Orleans.Streaming.Kafka;

/// <summary>A rewind that waits for the polling thread.</summary>
internal sealed record RewindCommand(RewindRequest Request)
{
    internal TaskCompletionSource<KafkaRewound[]> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
