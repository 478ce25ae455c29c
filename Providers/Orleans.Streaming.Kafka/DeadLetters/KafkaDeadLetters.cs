using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Orleans.Streaming.Kafka;

/// <summary>
/// Dead letters for a consumer of its own: with the same headers, in the same topics and as surely written as those of streams, so that
/// they are listed and sent back by the same tools.
/// </summary>
/// <param name="options">Where Kafka is, and the suffix of the topics' names; the rest isn't used.</param>
/// <param name="time">Tells when a record was refused.</param>
/// <param name="logger">Gets what the client says.</param>
public sealed class KafkaDeadLetters(KafkaStreamOptions options, TimeProvider time, ILogger<KafkaDeadLetters> logger) : IDisposable
{
    private readonly KafkaProducer _producer = new(options, logger);

    /// <summary>Writes a record that was refused. Returns once the broker has acknowledged it.</summary>
    /// <param name="record">The record as it was consumed.</param>
    /// <param name="reason">Why, in a sentence for whoever reads the dead letters.</param>
    /// <param name="exception">What was thrown, or null.</param>
    /// <param name="cancellationToken">Gives up; the record may be written or not.</param>
    /// <exception cref="KafkaException">It isn't acknowledged, and may be written or not.</exception>
    public Task WriteAsync(ConsumeResult<byte[]?, byte[]?> record, string reason, Exception? exception, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new DeadLetterWriter(_producer, options).WriteAsync(ConsumedRecord.From(record).Record, new(reason, exception, time.GetUtcNow()), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _producer.Dispose();
}
