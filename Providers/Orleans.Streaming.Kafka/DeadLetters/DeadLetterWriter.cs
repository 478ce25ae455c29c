using System.Globalization;
using Confluent.Kafka;
using KafkaErrorCode = Confluent.Kafka.ErrorCode;

namespace Orleans.Streaming.Kafka;

/// <summary>Writes refused records to their dead-letter topics, with their own key and value.</summary>
internal sealed class DeadLetterWriter(KafkaProducer producer, KafkaStreamOptions options) : IDeadLetterWriter
{
    public async Task WriteAsync(KafkaRecord record, Refusal refusal, CancellationToken cancellationToken)
    {
        var headers = DeadLetterHeaders.Of(record, refusal);
        var topic = record.Topic + options.DeadLetterSuffix;
        try
        {
            await producer.ProduceAsync(topic, record.Key, record.Value, headers, cancellationToken);
        }
        catch (KafkaException exception) when (exception.Error.Code == KafkaErrorCode.MsgSizeTooLarge)
        {
            // It will not fit the next time either, and waiting would stop the partition for ever: the value stays where it was.
            var size = DeadLetterHeaders.Utf8((record.Value?.Length ?? 0).ToString(CultureInfo.InvariantCulture));
            IReadOnlyList<KafkaHeader> essential = [.. headers.Where(header => header.Name.StartsWith(DeadLetterHeaders.Prefix, StringComparison.Ordinal)), new(DeadLetterHeaders.OmittedBytes, size)];
            await producer.ProduceAsync(topic, record.Key, value: null, essential, cancellationToken);
        }
    }
}
