namespace Orleans.Streaming.Kafka;

/// <summary>Writes refused records to their dead-letter topics.</summary>
internal interface IDeadLetterWriter
{
    /// <summary>Returns once the broker has acknowledged the record; throws if it has not.</summary>
    Task WriteAsync(KafkaRecord record, Refusal refusal, CancellationToken cancellationToken);
}
