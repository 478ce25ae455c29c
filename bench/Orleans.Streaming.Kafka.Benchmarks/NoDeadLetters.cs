namespace Orleans.Streaming.Kafka.Benchmarks;

internal sealed class NoDeadLetters : IDeadLetterWriter
{
    public Task WriteAsync(KafkaRecord record, Refusal refusal, CancellationToken cancellationToken)
        => throw new InvalidOperationException($"{record} was refused, which no benchmark means to: {refusal.Reason}");
}
